package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Field;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.store.keys.DataKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decided entry that still has to become a leaf. */
sealed interface Entry {

    /** An event. Its fields depend on the leaf before it. */
    record Happened(Event event) implements Entry {}

    /** A look: fields under the record's key, or the facility's reading key. */
    record Looked(@Nullable RecordId record, DataKey key, List<Field> fields) implements Entry {}

    /** An officer put in, or given a password or token. */
    record RoleChanged(DataKey key, List<Field> fields) implements Entry {}

    /** An entry in clear. */
    record Noted(EntryClass entryClass, ClearFacts facts) implements Entry {}
}
