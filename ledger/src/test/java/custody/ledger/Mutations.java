package custody.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Damages valid input in the ways that transport, disks and attackers do. */
public final class Mutations {
    private static final byte[] LIKELY =
            "\n\r \t\"\\/,:{}[]0019-+=._xAz\u2014\u0000\u0001\u007f\u00e9\u0456".getBytes(StandardCharsets.UTF_8);

    private Mutations() {}

    /** One to three damages. */
    public static byte[] of(byte[] valid, Random random) {
        byte[] damaged = valid;
        for (int i = random.nextInt(3); i >= 0; i--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] in, Random random) {
        if (in.length == 0) {
            return Seeded.bytes(random, 1 + random.nextInt(4));
        }
        int at = random.nextInt(in.length);
        int length = 1 + random.nextInt(Math.min(in.length - at, 1 + random.nextInt(40)));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(in, at, 1 << random.nextInt(8));
            case 1 -> joined(in, 0, at, new byte[0], at + length, in.length);
            case 2 -> joined(in, 0, at, new byte[] {likely(random)}, at, in.length);
            case 3 -> joined(in, 0, at, new byte[] {likely(random)}, at + 1, in.length);
            case 4 -> joined(in, 0, at + length, new byte[0], at, in.length);
            case 5 -> joined(in, 0, at, new byte[0], in.length, in.length);
            default -> joined(in, 0, in.length, Seeded.bytes(random, length), in.length, in.length);
        };
    }

    private static byte likely(Random random) {
        return LIKELY[random.nextInt(LIKELY.length)];
    }

    private static byte[] flipped(byte[] in, int at, int bit) {
        byte[] out = in.clone();
        out[at] ^= (byte) bit;
        return out;
    }

    private static byte[] joined(byte[] in, int from, int to, byte[] between, int again, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(in, from, to - from);
        out.writeBytes(between);
        out.write(in, again, end - again);
        return out.toByteArray();
    }
}
