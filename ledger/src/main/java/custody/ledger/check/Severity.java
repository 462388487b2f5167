package custody.ledger.check;

/** What a finding means for the ledger. */
public enum Severity {
    /** Something stored is not what was recorded: integrity is not given. */
    FAULT,
    /** A label for people to look at, such as clock trouble: integrity is given. */
    WARNING,
}
