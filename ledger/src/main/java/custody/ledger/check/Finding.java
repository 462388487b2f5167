package custody.ledger.check;

/**
 * One thing that a check found.
 *
 * @param code what
 * @param where the place in words, such as {@code leaf 17}, {@code leaves 17 to 20}, {@code tile/0/x001/234}
 * @param expected what the leaves or the rule say
 * @param actual what is stored; hashes, sizes and codes only, never content
 */
public record Finding(FindingCode code, String where, String expected, String actual) {
    public Severity severity() {
        return code.severity();
    }

    /** One line for people. */
    public String line() {
        return severity() + " " + code + " at " + where + ": expected " + expected + ", found " + actual;
    }
}
