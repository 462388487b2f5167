package custody.record.desk;

/** The database cannot answer now: gone, full, or restarting. Nothing half-written remains; ask again. */
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the fault that was met. */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
