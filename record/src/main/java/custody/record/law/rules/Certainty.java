package custody.record.law.rules;

/** How surely a rule says what the law says. Shown beside the rule, never hidden. */
public enum Certainty {
    /** The wording in force was read. */
    READ_IN_THE_LAW,
    /** The wording was read in a text that may have changed since. */
    READ_IN_AN_OLDER_TEXT,
    /** Read in somebody else's account of the law. */
    SECONDARY,
    /** Believed, and waiting for a lawyer. */
    TO_BE_CONFIRMED,
    /** Not law at all: our own standard. */
    OWN_STANDARD
}
