package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.Seeded;
import custody.ledger.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Commitments to fields")
class CommitmentsTest {
    private static final RecordSecret SECRET = RecordSecret.of(Examples.key());

    private static Commitments commit(long index, EntryClass entryClass, List<Field> fields) {
        return Commitments.of(SECRET, Examples.ORIGIN, index, entryClass, fields);
    }

    @Test
    void areTheSameForTheSameEntry() {
        assertEquals(
                commit(17, EntryClass.RECORD, Examples.fields()), commit(17, EntryClass.RECORD, Examples.fields()));
        assertEquals(
                Examples.record().digests(),
                commit(17, EntryClass.RECORD, Examples.fields()).digests());
    }

    @Test
    void haveTheSameDigestsWithAndWithoutDisclosures() {
        List<List<Field>> entries = new ArrayList<>(List.of(
                Examples.fields(),
                List.of(new Field("note", FieldValue.of("д\n\"".repeat(5_000))), new Field("b", FieldValue.of("")))));
        for (int fields = 0; fields <= Commitments.MAX_FIELDS; fields++) {
            entries.add(RandomLeaves.fields(fields));
        }
        for (List<Field> fields : entries) {
            assertEquals(
                    commit(3, EntryClass.RECORD, fields).digests(),
                    Commitments.digests(SECRET, Examples.ORIGIN, 3, EntryClass.RECORD, fields));
        }
    }

    @Test
    void shareNothingWithAnotherEntryLedgerOrRecord() {
        List<Field> fields = Examples.fields();
        List<Commitments> different = List.of(
                commit(17, EntryClass.RECORD, fields),
                commit(18, EntryClass.RECORD, fields),
                Commitments.of(SECRET, new Origin("UA26-0007", 2), 17, EntryClass.RECORD, fields),
                Commitments.of(SECRET, new Origin("UA26-0008", 1), 17, EntryClass.RECORD, fields),
                Commitments.of(RecordSecret.of(new byte[32]), Examples.ORIGIN, 17, EntryClass.RECORD, fields));
        Set<Hash> digests = new HashSet<>();
        Set<String> salts = new HashSet<>();
        for (Commitments each : different) {
            digests.addAll(each.digests());
            each.disclosures().forEach(one -> salts.add(HexFormat.of().formatHex(one.salt())));
        }
        assertEquals(different.size() * 16, digests.size());
        assertEquals(different.size() * fields.size(), salts.size());
    }

    @Test
    void hideHowManyFieldsThereAreAndInWhichOrder() {
        for (int fields = 0; fields <= Commitments.MAX_FIELDS; fields++) {
            List<Hash> digests =
                    commit(1, EntryClass.CONFIG, RandomLeaves.fields(fields)).digests();
            assertEquals(fields <= 8 ? 8 : fields <= 16 ? 16 : fields <= 32 ? 32 : 64, digests.size());
            List<String> texts =
                    digests.stream().map(CommitmentsTest::base64url).toList();
            assertEquals(texts.stream().sorted().distinct().toList(), texts);
        }
        int view =
                commit(1, EntryClass.RECORD, RandomLeaves.fields(5)).digests().size();
        int event =
                commit(1, EntryClass.RECORD, RandomLeaves.fields(16)).digests().size();
        assertEquals(event, view);
        assertEquals(32, Commitments.slots(EntryClass.RECORD, 17));
    }

    private static String base64url(Hash hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.bytes());
    }

    @Test
    void holdTheDigestOfEachDisclosure() {
        Commitments commitments = commit(17, EntryClass.RECORD, Examples.fields());
        assertEquals(
                Examples.fields(),
                commitments.disclosures().stream().map(Disclosure::field).toList());
        commitments
                .disclosures()
                .forEach(one -> assertTrue(commitments.digests().contains(one.digest())));
    }

    @Test
    void doNotDependOnTheOrderOfTheFields() {
        List<Field> reversed = Examples.fields().reversed();
        assertEquals(
                commit(17, EntryClass.RECORD, Examples.fields()).digests(),
                commit(17, EntryClass.RECORD, reversed).digests());
    }

    @Test
    void changeWithOneFieldOnlyInOneDigest() {
        List<Hash> before = commit(17, EntryClass.RECORD, Examples.fields()).digests();
        List<Field> changed = new ArrayList<>(Examples.fields());
        changed.set(0, new Field("kind", FieldValue.of("meal")));
        Set<Hash> left = new HashSet<>(commit(17, EntryClass.RECORD, changed).digests());
        left.retainAll(before);
        assertEquals(15, left.size());
    }

    @Test
    void cannotBeMadeOfTwoFieldsOfOneNameOrTooMany() {
        List<Field> twice = List.of(new Field("a", FieldValue.of(1)), new Field("a", FieldValue.of(2)));
        assertThrows(IllegalArgumentException.class, () -> commit(1, EntryClass.RECORD, twice));
        assertThrows(IllegalArgumentException.class, () -> commit(1, EntryClass.RECORD, RandomLeaves.fields(65)));
        assertThrows(IllegalArgumentException.class, () -> RecordSecret.of(new byte[16]));
    }

    @Test
    void saltsAreHkdfOfTheStandard() {
        // RFC 5869 appendix A.1 holds our plain HKDF to the standard; our fast one is then held to the plain one.
        byte[] okm = expand(
                extract(HexFormat.of().parseHex("000102030405060708090a0b0c"), filled(22, 0x0b)),
                HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"));
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf",
                HexFormat.of().formatHex(okm));

        Seeded.times(200, random -> {
            byte[] key = Seeded.bytes(random, 32);
            long index = random.nextLong(1L << 53);
            String name = "n".repeat(1 + random.nextInt(64));
            byte[] prk = extract(Examples.utf8("custody/commitment/v1"), key);
            RecordSecret.EntrySalts salts = RecordSecret.of(key).entry(Examples.ORIGIN, index);
            byte[] out = new byte[32];
            salts.field(name, out);
            assertArrayEquals(expand(prk, info(1, index, name)), out);
            salts.decoys(out);
            assertArrayEquals(expand(prk, info(2, index, "")), out);
            salts.field(name, out);
            assertArrayEquals(expand(prk, info(1, index, name)), out);
        });
    }

    private static byte[] info(int label, long index, String name) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.write(label);
        info.writeBytes(Examples.utf8(Examples.ORIGIN.text()));
        info.write(0);
        info.writeBytes(ByteBuffer.allocate(8).putLong(index).array());
        info.writeBytes(Examples.utf8(name));
        return info.toByteArray();
    }

    private static byte[] extract(byte[] salt, byte[] key) {
        return hmac(salt, key);
    }

    private static byte[] expand(byte[] prk, byte[] info) {
        byte[] message = Arrays.copyOf(info, info.length + 1);
        message[info.length] = 1;
        return hmac(prk, message);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void cannotBeMadeFromAClosedSecret() {
        RecordSecret secret = RecordSecret.of(Examples.key());
        secret.close();
        assertThrows(
                IllegalStateException.class,
                () -> Commitments.of(secret, Examples.ORIGIN, 1, EntryClass.RECORD, Examples.fields()));
    }

    @Test
    void orderIsThatOfTheText() {
        Seeded.times(2_000, random -> {
            byte[] one = Seeded.bytes(random, 32);
            byte[] other = one.clone();
            int at = random.nextInt(32);
            other[at] = (byte) (other[at] ^ (1 << random.nextInt(8)));
            int expected = Integer.signum(base64url(Hash.of(one)).compareTo(base64url(Hash.of(other))));
            assertEquals(expected, Integer.signum(DigestOrder.BY_TEXT.compare(Hash.of(one), Hash.of(other))));
        });
        assertEquals(0, DigestOrder.BY_TEXT.compare(Examples.sha256("a"), Examples.sha256("a")));
    }
}
