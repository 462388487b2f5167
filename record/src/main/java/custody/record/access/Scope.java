package custody.record.access;

/** How far a grant reaches. The letter stands in the table of docs/design/access.md. */
enum Scope {
    /** Every record of this node. */
    ANYWHERE("A"),
    /** Records and people of the facilities of one's own region. */
    OWN_REGION("R"),
    /** Records and people of one's own facility. */
    OWN_FACILITY("F"),
    /** Persons whom one apprehended, until registration hands them over. */
    OWN_DETAINEE_UNTIL_HANDED_OVER("D"),
    /** Persons whom one apprehended, before and after hand-over. */
    OWN_DETAINEE("d"),
    /** Records of one's own cases. */
    OWN_CASE("I"),
    /** One's own client's record. */
    OWN_CLIENT("C"),
    /** One's own record. */
    OWN_RECORD("O"),
    /** Not at all. */
    NEVER("");

    private final String letter;

    Scope(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }
}
