package custody.ledger.log;

import custody.ledger.Seeded;
import custody.ledger.tree.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Leaves of every shape, from a seed. */
final class RandomLeaves {
    private static final int[] COUNTS = {0, 8, 16, 32, 64};

    private RandomLeaves() {}

    static Leaf any(Random random) {
        EntryClass entryClass = pick(EntryClass.values(), random);
        boolean isRecord = entryClass == EntryClass.RECORD;
        int count = COUNTS[isRecord ? 2 + random.nextInt(3) : random.nextInt(COUNTS.length)];
        List<Hash> digests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            digests.add(Hash.of(Seeded.bytes(random, Hash.BYTES)));
        }
        digests.sort(DigestOrder.BY_TEXT);
        ClearFacts facts = ClearFacts.none();
        for (int i = isRecord ? 0 : random.nextInt(5); i > 0; i--) {
            String name = "n" + i + "_." + random.nextInt(100);
            facts = random.nextBoolean() ? facts.with(name, number(random)) : facts.with(name, "w " + random.nextInt());
        }
        return new Leaf(
                new Origin("UA" + random.nextInt(1000), 1 + random.nextInt(999_999)),
                Math.abs(number(random)),
                entryClass,
                time(random),
                random.nextBoolean() ? null : token(random),
                digests,
                isRecord || random.nextBoolean() ? Hash.of(Seeded.bytes(random, Hash.BYTES)) : null,
                facts);
    }

    private static LeafTime time(Random random) {
        long error = random.nextInt(3) == 0 ? LeafTime.UNKNOWN_ERROR : random.nextInt(100_000);
        return new LeafTime(
                instant(random),
                new BootId(random.nextLong()),
                Math.abs(number(random)),
                pick(ClockSource.values(), random),
                error);
    }

    private static ExternalToken token(Random random) {
        return new ExternalToken(
                pick(TokenKind.values(), random), Hash.of(Seeded.bytes(random, Hash.BYTES)), instant(random));
    }

    static Instant instant(Random random) {
        return Instant.ofEpochMilli(random.nextLong(253_402_300_800_000L));
    }

    /** Of any magnitude, so that short numbers come as often as long ones. */
    private static long number(Random random) {
        long number = random.nextLong() >> (11 + random.nextInt(53));
        return Math.clamp(number, -WholeNumber.MOST, WholeNumber.MOST);
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    static List<Field> fields(int count) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(new Field("field-" + i, FieldValue.of("value " + i)));
        }
        return fields;
    }
}
