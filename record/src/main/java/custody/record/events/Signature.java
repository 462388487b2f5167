package custody.record.events;

/** Whether the detainee signed. */
public enum Signature {
    SIGNED,
    REFUSED,
    UNABLE
}
