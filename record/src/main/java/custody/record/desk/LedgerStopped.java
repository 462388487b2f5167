package custody.record.desk;

/** What was read back differs from what was written: nothing more is sealed or written until people have looked. Reading goes on. */
public final class LedgerStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was found, without content. */
    public LedgerStopped(String message) {
        super(message);
    }
}
