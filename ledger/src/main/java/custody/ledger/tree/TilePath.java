package custody.ledger.tree;

import custody.ledger.Malformation;
import custody.ledger.Malformed;

/** The index and width part of a tile path: groups of three digits, all but the last with an x before them. */
final class TilePath {
    private static final int GROUP = 1000;
    private static final int DIGITS = 3;
    private static final int STRIDE = "x000/".length();
    private static final int MAX_GROUPS = 7;
    private static final String PARTIAL = ".p/";

    private TilePath() {}

    static String append(StringBuilder path, long index, int width) {
        groups(path, index, false);
        if (width < Tile.WIDTH) {
            path.append(PARTIAL).append(width);
        }
        return path.toString();
    }

    private static void groups(StringBuilder path, long index, boolean more) {
        if (index >= GROUP) {
            groups(path, index / GROUP, true);
        }
        int group = (int) (index % GROUP);
        path.append(more ? "x" : "").append((char) ('0' + group / 100));
        path.append((char) ('0' + group / 10 % 10)).append((char) ('0' + group % 10));
        path.append(more ? "/" : "");
    }

    static TileCoordinates read(int level, String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new TileCoordinates(level, index(text), Tile.WIDTH);
        }
        if (!text.startsWith(PARTIAL, dot)) {
            throw new Malformed(Malformation.BAD_NAME, "after the index only .p/ may follow");
        }
        int width = decimal(text.substring(dot + PARTIAL.length()), 1, Tile.WIDTH - 1);
        return new TileCoordinates(level, index(text.substring(0, dot)), width);
    }

    private static long index(String text) {
        if (text.length() % STRIDE != DIGITS) {
            throw new Malformed(Malformation.TRUNCATED, "an index is groups of three digits");
        }
        int last = text.length() / STRIDE;
        if (last >= MAX_GROUPS) {
            throw new Malformed(Malformation.TOO_LONG, "an index fits in 63 bits");
        }
        long index = 0;
        for (int group = 0; group < last; group++) {
            int at = group * STRIDE;
            if (text.charAt(at) != 'x' || text.charAt(at + STRIDE - 1) != '/') {
                throw new Malformed(Malformation.BAD_NAME, "all groups but the last begin with x");
            }
            index = next(index, digits(text, at + 1));
            if (index == 0) {
                throw new Malformed(Malformation.NOT_CANONICAL, "an index has no leading zero group");
            }
        }
        return next(index, digits(text, last * STRIDE));
    }

    private static long next(long index, int group) {
        if (index > (Long.MAX_VALUE - group) / GROUP) {
            throw new Malformed(Malformation.TOO_LONG, "an index fits in 63 bits");
        }
        return index * GROUP + group;
    }

    private static int digits(String text, int from) {
        int value = 0;
        for (int i = from; i < from + DIGITS; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new Malformed(Malformation.BAD_NUMBER, "a group is three digits");
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    /** A decimal without leading zeroes within the bounds; at most three digits. */
    static int decimal(String text, int least, int most) {
        boolean plain = !text.isEmpty() && text.length() <= DIGITS;
        int value = 0;
        for (int i = 0; plain && i < text.length(); i++) {
            char digit = text.charAt(i);
            plain = digit >= '0' && digit <= '9';
            value = value * 10 + digit - '0';
        }
        if (!plain || value < least || value > most || (text.charAt(0) == '0' && text.length() > 1)) {
            throw new Malformed(Malformation.BAD_NUMBER, "a number from " + least + " to " + most);
        }
        return value;
    }
}
