package custody.store.ledger;

import custody.ledger.note.SignedNote;
import java.util.Optional;

/** How far a ledger is signed. */
interface Seals {

    /** Leaves under the last signed checkpoint. */
    long size();

    /** The last signed checkpoint. */
    Optional<SignedNote> note();

    /** Of a ledger that another one continues: nothing is signed in it any more. */
    record Ended(long size, SignedNote last) implements Seals {
        @Override
        public Optional<SignedNote> note() {
            return Optional.of(last);
        }
    }
}
