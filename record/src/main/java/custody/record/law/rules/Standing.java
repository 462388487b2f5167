package custody.record.law.rules;

/** Whether a limit is the law's own or a target we set because the law gives no number. */
public enum Standing {
    LAW,
    STANDARD
}
