package custody.store.ledger;

import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteVerdict;
import custody.ledger.note.SignedNote;
import custody.ledger.note.VerifierKey;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The signer's own memory, outside the database: the last checkpoint it signed, in a small synced file. A database that
 * was turned back cannot make the signer forget.
 */
public final class LastSigned {
    private final Path file;

    /** In a data folder. */
    public LastSigned(Path folder) {
        this.file = folder.resolve("last-signed");
    }

    /** The checkpoint, if one was signed for this origin. Throws LEDGER_DAMAGED where the file is not what it wrote. */
    public Optional<Checkpoint> read(Epoch epoch) {
        return note().flatMap(note -> {
            Checkpoint checkpoint = Checkpoint.parse(note.text()).accepted().orElseThrow(this::damaged);
            if (!checkpoint.origin().equals(epoch.origin().text())) {
                return Optional.empty();
            }
            VerifierKey key = epoch.key();
            if (!(note.verify(List.of(key)) instanceof NoteVerdict.Verified)) {
                throw damaged();
            }
            return Optional.of(checkpoint);
        });
    }

    /** The note as it stands in the file. */
    public Optional<SignedNote> note() {
        try {
            return Files.exists(file)
                    ? Optional.of(SignedNote.parse(Files.readAllBytes(file))
                            .accepted()
                            .orElseThrow(this::damaged))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw Folders.unusable(file, unreadable);
        }
    }

    private StoreFault damaged() {
        return new StoreFault(
                Code.LEDGER_DAMAGED, "the signer's memory " + file + " is not a checkpoint of this ledger");
    }

    void write(SignedNote note) {
        Folders.write(file, note.encode());
    }
}
