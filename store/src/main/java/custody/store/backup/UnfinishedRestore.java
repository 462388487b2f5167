package custody.store.backup;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mark of a folder into which a backup is being restored. Whatever cuts the restore off leaves it, and no node starts on
 * such a folder: one that went on in the old tree would fork it, since the node that was backed up may have signed more.
 */
public final class UnfinishedRestore {
    private static final String NAME = "restore-unfinished";

    private UnfinishedRestore() {}

    static void mark(Path data) {
        Folders.write(data.resolve(NAME), "A backup is being restored into this folder, or the restore was cut off.\n");
    }

    static void finished(Path data) {
        Folders.delete(data.resolve(NAME));
    }

    /** Refuses a folder whose restore was not finished. */
    public static void refuse(Path data) {
        if (Files.exists(data.resolve(NAME))) {
            throw new StoreFault(
                    Code.FOLDER_UNUSABLE,
                    "the restore into " + data
                            + " was cut off and is not whole; delete this folder and restore the backup again");
        }
    }
}
