package custody.ledger.log;

/** Text that has one UTF-8 form. */
final class WellFormed {
    private WellFormed() {}

    static void require(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("text with half a surrogate pair has no UTF-8 form");
                }
                i++;
            }
        }
    }
}
