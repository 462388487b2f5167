package custody.store.faults;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened, checked or restored. The message is one sentence for the person at the console. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** With a sentence that names no person and no secret. */
    public StoreFault(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** With a sentence that names no person and no secret. */
    public StoreFault(Code code, String message) {
        this(code, message, null);
    }

    /** What kind of fault. */
    public Code code() {
        return code;
    }

    /** Kinds of fault; each is cured by something else. */
    public enum Code {
        /** Another live process works on the folder. */
        FOLDER_IN_USE,
        /** The folder is not one of ours, or belongs to another facility. */
        WRONG_FOLDER,
        /** The folder cannot be read or written. */
        FOLDER_UNUSABLE,
        /** The disk has no room. */
        DISK_FULL,
        /** No PostgreSQL for this machine in the program. */
        BINARIES_MISSING,
        /** PostgreSQL does not start or answer. */
        DATABASE_UNAVAILABLE,
        /** The database is newer than this program, or its migrations were changed. */
        MIGRATION_FAILED,
        /** The keystore or its passphrase is not there. */
        KEYSTORE_MISSING,
        /** The keystore does not open with this passphrase, or is another ledger's. */
        KEYSTORE_WRONG,
        /** Stored state contradicts itself: run the check. */
        LEDGER_DAMAGED,
        /** A backup is not whole or not readable. */
        BACKUP_UNREADABLE
    }
}
