package custody.ledger;

import java.util.Random;

/**
 * Repeats a property with random numbers of known seeds. A failure names the seed; under {@code -Dcustody.long=true} the
 * same runs forty times as often.
 */
public final class Seeded {
    private static final int LONGER = 40;

    private Seeded() {}

    /** One try of a property. */
    @FunctionalInterface
    public interface Property {
        void holds(Random random);
    }

    public static void times(int count, Property property) {
        int repetitions = Boolean.getBoolean("custody.long") ? count * LONGER : count;
        for (long seed = 1; seed <= repetitions; seed++) {
            try {
                property.holds(new Random(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("with seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    public static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
