package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.records.Beside;
import java.util.List;

/** Writes entries into the ledger, each with rows that stand or fall with it; answers the entry's index after the commit. */
@FunctionalInterface
public interface Noting {
    long note(EntryClass entryClass, ClearFacts facts, List<Beside> beside);
}
