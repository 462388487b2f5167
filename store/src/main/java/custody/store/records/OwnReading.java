package custody.store.records;

import custody.record.detention.CustodyRecord;
import custody.record.events.RecordId;
import custody.store.database.Queries;
import java.util.List;
import java.util.Optional;

/**
 * Reads a record for the node itself, to compute its clocks. Nobody looks, so no leaf; what is read must never be shown
 * to a person or written to a log.
 */
public final class OwnReading {
    private final Queries queries;
    private final Loading loading;

    OwnReading(Queries queries, Loading loading) {
        this.queries = queries;
        this.loading = loading;
    }

    /** What changes with each event of a record, without reading it; empty where there is none. */
    public Optional<String> stand(RecordId record) {
        return queries.first(
                "SELECT version || ' ' || epoch || ' ' || index FROM custody_record WHERE record_id = ?",
                row -> row.text(1),
                record.value());
    }

    /** The record as committed. */
    public Optional<CustodyRecord> of(RecordId record) {
        return queries.with(connection -> loading.load(connection, List.of(record))).values().stream()
                .findFirst()
                .map(Kept::record);
    }
}
