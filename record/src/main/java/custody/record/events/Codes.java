package custody.record.events;

/** The one alphabet of codes people read aloud over a radio: capital letters, digits, hyphen. */
final class Codes {
    private Codes() {}

    static void require(String code, int limit, String what) {
        if (code.isEmpty() || code.length() > limit || !code.chars().allMatch(Codes::allowed)) {
            throw new IllegalArgumentException("a " + what + " is 1 to " + limit + " of A-Z, 0-9 and hyphen");
        }
    }

    private static boolean allowed(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
}
