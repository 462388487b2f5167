package custody.ledger.log;

/**
 * A named value to be committed.
 *
 * @param name 1 to 64 characters: a letter a–z or A–Z, then letters, digits, {@code . - _}
 * @param value what is committed
 */
public record Field(String name, FieldValue value) {
    private static final int LONGEST = 64;

    public Field {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a field name is a letter, then letters, digits, dot, hyphen, underscore");
        }
    }

    static boolean isName(String name) {
        boolean good = !name.isEmpty() && name.length() <= LONGEST && isLetter(name.charAt(0));
        for (int i = 1; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        }
        return good;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
