package custody.ledger.note;

/** Names of keys: not empty, no Unicode space, no plus, no control character (C2SP signed-note). */
final class KeyName {
    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(KeyName::isForbidden);
    }

    private static boolean isForbidden(int point) {
        // White_Space of Unicode: the separators and the control characters that Java counts apart.
        return point == '+'
                || point < ' '
                || point == NEXT_LINE
                || Character.isSpaceChar(point)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
