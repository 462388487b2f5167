package custody.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Feeds a strict parser with noise and with damaged valid input. It may answer in two ways only: refused, or accepted
 * and written again to the very same bytes. Any exception fails.
 */
public final class ParserFuzz {
    private static final int EACH = 4_000;

    private ParserFuzz() {}

    public static <T> void bytes(List<byte[]> valid, Function<byte[], Parsed<T>> parser, Function<T, byte[]> encoder) {
        for (byte[] input : valid) {
            assertArrayEquals(input, encoder.apply(parser.apply(input).orThrow()));
        }
        Seeded.times(EACH, random -> {
            byte[] input = random.nextInt(20) == 0
                    ? Seeded.bytes(random, random.nextInt(200))
                    : Mutations.of(valid.get(random.nextInt(valid.size())), random);
            parser.apply(input).accepted().ifPresent(value -> assertArrayEquals(input, encoder.apply(value)));
        });
    }

    /** The same for text; the damage is done to its UTF-8 bytes and to its characters. */
    public static <T> void text(List<String> valid, Function<String, Parsed<T>> parser, Function<T, String> encoder) {
        for (String input : valid) {
            assertEquals(input, encoder.apply(parser.apply(input).orThrow()));
        }
        Seeded.times(EACH, random -> {
            byte[] utf8 = valid.get(random.nextInt(valid.size())).getBytes(StandardCharsets.UTF_8);
            String input = new String(Mutations.of(utf8, random), StandardCharsets.UTF_8);
            if (random.nextInt(20) == 0) {
                int at = random.nextInt(input.length() + 1);
                input = input.substring(0, at) + (char) random.nextInt(Character.MAX_VALUE) + input.substring(at);
            }
            String damaged = input;
            parser.apply(damaged).accepted().ifPresent(value -> assertEquals(damaged, encoder.apply(value)));
        });
    }
}
