package custody.record.access;

/** Why somebody may not do something. Each has a sentence in both languages. */
public enum Denial {
    NOT_YOUR_ROLE,
    NOT_YOUR_FACILITY,
    NOT_YOUR_REGION,
    NOT_YOUR_DETAINEE,
    NOT_YOUR_CASE,
    HANDED_OVER,
    NOT_YOUR_CLIENT,
    NOT_YOUR_RECORD,
    NAMED_IN_COMPLAINT,
    INACTIVE
}
