package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.Malformation;
import custody.ledger.Mutations;
import custody.ledger.Parsed;
import custody.ledger.ParserFuzz;
import custody.ledger.Seeded;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A leaf")
class LeafTest {
    @Test
    void hasExactlyTheBytesOfTheFormatsPage() {
        assertEquals(Examples.RECORD_LEAF, text(Examples.record()));
        assertEquals(Examples.HEARTBEAT_LEAF, text(Examples.heartbeat()));
        TreeHasher hasher = new TreeHasher();
        assertEquals(
                Examples.RECORD_LEAF_HASH,
                hasher.leaf(Examples.record().encode()).base64());
        assertEquals(
                Examples.HEARTBEAT_LEAF_HASH,
                hasher.leaf(Examples.heartbeat().encode()).base64());
    }

    private static String text(Leaf leaf) {
        return new String(leaf.encode(), StandardCharsets.UTF_8);
    }

    @Test
    void isReadAsItWasWritten() {
        assertEquals(
                Examples.record(),
                Leaf.parse(Examples.utf8(Examples.RECORD_LEAF)).orThrow());
        assertEquals(
                Examples.heartbeat(),
                Leaf.parse(Examples.utf8(Examples.HEARTBEAT_LEAF)).orThrow());
    }

    @Test
    void isReadAsItWasWrittenWhateverItSays() {
        Seeded.times(2_000, random -> {
            Leaf leaf = RandomLeaves.any(random);
            byte[] bytes = leaf.encode();
            assertTrue(bytes.length <= Leaf.MAX_BYTES);
            Leaf read = Leaf.parse(bytes).orThrow();
            assertEquals(leaf, read);
            assertArrayEquals(bytes, read.encode());
        });
    }

    @Test
    void readsNothingButWhatItWrote() {
        List<byte[]> valid = new ArrayList<>();
        valid.add(Examples.record().encode());
        valid.add(Examples.heartbeat().encode());
        for (int seed = 0; seed < 6; seed++) {
            valid.add(RandomLeaves.any(new Random(seed)).encode());
        }
        ParserFuzz.bytes(valid, Leaf::parse, Leaf::encode);
    }

    @Test
    void headerIsReadWhereTheLeafIsAndRefusedWhereItIs() {
        LeafReader reused = new LeafReader();
        byte[][] valid = {Examples.record().encode(), Examples.heartbeat().encode()};
        Seeded.times(6_000, random -> {
            byte[] bytes = valid[random.nextInt(2)];
            byte[] input = random.nextInt(4) == 0 ? bytes : Mutations.of(bytes, random);
            Parsed<Leaf> leaf = Leaf.parse(input);
            assertEquals(leaf.refusal(), reused.header(input).refusal());
            leaf.accepted()
                    .ifPresent(read -> assertEquals(
                            read.index(), reused.header(input).orThrow().index()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"v\":1 | \"v\":2 | NOT_CANONICAL",
                "\"v\":1 | \"v\": 1 | NOT_CANONICAL",
                "custody/UA26-0007/1 | custody/UA26-0007/0 | BAD_NUMBER",
                "custody/UA26-0007/1 | custody/UA26 0007/1 | BAD_NAME",
                "custody/UA26-0007/1 | custody/UA26-0007\\u002f1 | BAD_NAME",
                "\"index\":17 | \"index\":017 | BAD_NUMBER",
                "\"index\":17 | \"index\":-17 | BAD_NUMBER",
                "\"index\":17 | \"index\":17.0 | NOT_CANONICAL",
                "\"index\":17 | \"index\":1e1 | NOT_CANONICAL",
                "\"index\":17 | \"index\":9007199254740992 | BAD_NUMBER",
                "\"index\":17 | \"index\":17,\"index\":17 | NOT_CANONICAL",
                "\"record\" | \"view\" | BAD_NAME",
                "\"record\" | \"Record\" | BAD_NAME",
                "08:15:00.123Z | 08:15:00Z | BAD_TIME",
                "08:15:00.123Z | 08:15:00.123z | BAD_TIME",
                "08:15:00.123Z | 08:15:60.123Z | BAD_TIME",
                "2026-11-24T08:15 | 2026-11-31T08:15 | BAD_TIME",
                "2026-11-24T08:15 | 1969-12-31T08:15 | BAD_TIME",
                "0123456789abcdef | 0123456789ABCDEF | BAD_NAME",
                "\"clockError\":12 | \"clockError\":\"12\" | BAD_NUMBER",
                "\"ntp\" | \"ntpd\" | BAD_NAME",
                "cosignature | signature | BAD_NAME",
                "\"_sd\":[ | \"_sd\":[ \"\", | BAD_COUNT",
                "5QFDWsmGKAVu6PQwU-nLz | 5QFDWsmGKAVu6PQwU+nLz | BAD_BASE64",
                "9ZUSr5eepE\" | 9ZUSr5eepF\" | BAD_BASE64",
                "xiaSwIXgwJHVRKYkhTFVPI8qc5r2P86-BypWQilkGms | xiaSwIXgwJHVRKYkhTFVPI8qc5r2P86-BypWQilkGm= | BAD_BASE64",
                "\"5QFDWsmGKAVu6PQwU-nLz-SuHAYweV66k9ZUSr5eepE\", | '' | BAD_COUNT",
                "5QFDWsmGKAVu6PQwU-nLz-SuHAYweV66k9ZUSr5eepE | 6CRfexSVaj-VdSmv8u6GRh4plht3B8Wp0jG2NnYgUro | NOT_ASCENDING",
                "\"payload\":\"ZecTrnVzEl2ZvUnzFOH7HtHsGhr7wvKUq-WcVKkKI_c\" | \"payload\":null | INCONSISTENT",
                "\"x\":{} | \"x\":{\"a\":1} | INCONSISTENT",
                "\"x\":{}} | \"x\":{}}x | TRAILING",
                "\"x\":{}} | \"x\":{} | NOT_CANONICAL"
            })
    void cannotBeReadInAnotherForm(String part, String instead, Malformation reason) {
        String changed = Examples.RECORD_LEAF.replace(part, instead);
        assertEquals(Optional.of(reason), Leaf.parse(Examples.utf8(changed)).refusal(), changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"queue\":0 | \"queue\":-0 | BAD_NUMBER",
                "\"queue\":0 | \"queue\":00 | BAD_NUMBER",
                "\"queue\":0 | \"queue\":true | BAD_NUMBER",
                "\"queue\":0 | \"software\":0 | NOT_ASCENDING",
                "\"queue\":0 | \"z\":0 | NOT_ASCENDING",
                "\"queue\":0 | \"\":0 | BAD_NAME",
                "\"queue\":0 | \"que ue\":0 | BAD_NAME",
                "0.1.0 | 0.1\\n0 | BAD_TEXT",
                "0.1.0 | Україна | BAD_TEXT",
                "\"queue\":0, | \"queue\":0,, | NOT_CANONICAL",
                "\"_sd\":[] | \"_sd\":[,] | BAD_COUNT",
                "\"payload\":null | \"payload\":0 | NOT_CANONICAL",
                "\"clockError\":null | \"clockError\":-1 | BAD_NUMBER",
                "\"token\":null | \"token\":{} | NOT_CANONICAL"
            })
    void systemLeafCannotBeReadInAnotherForm(String part, String instead, Malformation reason) {
        String changed = Examples.HEARTBEAT_LEAF.replace(part, instead);
        assertEquals(Optional.of(reason), Leaf.parse(Examples.utf8(changed)).refusal(), changed);
    }

    @Test
    void cannotBeLongerThanItsLimit() {
        assertEquals(
                Optional.of(Malformation.TOO_LONG),
                Leaf.parse(new byte[Leaf.MAX_BYTES + 1]).refusal());
    }

    @Test
    void fullestLeafIsWithinTheLimit() {
        ClearFacts facts = ClearFacts.none();
        for (int i = 0; i < ClearFacts.MAX_FACTS; i++) {
            facts = facts.with("n".repeat(62) + (char) ('a' + i / 26) + (char) ('a' + i % 26), "w".repeat(256));
        }
        RecordSecret secret = RecordSecret.of(new byte[32]);
        Origin origin = new Origin("F".repeat(32), 999_999);
        List<Field> fields = RandomLeaves.fields(64);
        List<Hash> digests = Commitments.of(secret, origin, WholeNumber.MOST, EntryClass.CONFIG, fields)
                .digests();
        LeafTime time = new LeafTime(
                Instant.parse("9999-12-31T23:59:59.999Z"),
                new BootId(-1),
                WholeNumber.MOST,
                ClockSource.ROUGHTIME,
                WholeNumber.MOST);
        ExternalToken token = new ExternalToken(TokenKind.COSIGNATURE, Examples.sha256("t"), time.recordedAt());
        Leaf leaf = new Leaf(
                origin, WholeNumber.MOST, EntryClass.CONFIG, time, token, digests, Examples.sha256("p"), facts);
        byte[] bytes = leaf.encode();
        assertTrue(bytes.length <= Leaf.MAX_BYTES, "has " + bytes.length);
        assertEquals(leaf, Leaf.parse(bytes).orThrow());
    }

    @Test
    void ofClassRecordCannotShowWhatItIs() {
        Leaf leaf = Examples.record();
        assertThrows(IllegalArgumentException.class, () -> with(leaf, leaf.digests(), null, ClearFacts.none()));
        assertThrows(
                IllegalArgumentException.class,
                () -> with(
                        leaf, leaf.digests(), leaf.payload(), ClearFacts.none().with("kind", "view")));
        assertThrows(
                IllegalArgumentException.class,
                () -> with(leaf, leaf.digests().subList(0, 8), leaf.payload(), ClearFacts.none()));
        assertThrows(
                IllegalArgumentException.class,
                () -> with(leaf, leaf.digests().reversed(), leaf.payload(), ClearFacts.none()));
    }

    private static Leaf with(Leaf leaf, List<Hash> digests, @Nullable Hash payload, ClearFacts facts) {
        return new Leaf(leaf.origin(), 1, EntryClass.RECORD, leaf.time(), leaf.token(), digests, payload, facts);
    }
}
