package custody.store.records;

import custody.record.desk.Outcome;
import custody.record.desk.Receipt;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.store.database.Queries;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests that were stored before: answers a retry as the first time. Safe for many threads. */
final class StoredRequests {
    private static final String FIND =
            "SELECT body_digest, record_id, first_version, last_version FROM request_key WHERE name = ?";

    private final Queries queries;
    private final Loading loading;
    private final Receipts receipts;

    StoredRequests(Queries queries, Loading loading, Receipts receipts) {
        this.queries = queries;
        this.loading = loading;
        this.receipts = receipts;
    }

    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    private record Before(byte[] bodyDigest, RecordId record, int first, int last) {}

    /** The outcome of an earlier request with this key; empty if there is none, or no key. */
    Optional<Outcome> answered(Writer writer) {
        return Requests.name(writer).flatMap(this::find).map(before -> outcome(before, writer.request()));
    }

    private Optional<Before> find(byte[] name) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                select.setBytes(1, name);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Before(
                                    rows.getBytes(1),
                                    new RecordId(rows.getObject(2, UUID.class)),
                                    rows.getInt(3),
                                    rows.getInt(4)))
                            : Optional.empty();
                }
            }
        });
    }

    private Outcome outcome(Before before, @Nullable RequestKey key) {
        if (key == null || !Arrays.equals(before.bodyDigest(), Requests.digest(key))) {
            return new Outcome.KeyReused();
        }
        CustodyRecord record =
                queries.with(connection -> loading.load(connection, List.of(before.record()))).values().stream()
                        .findFirst()
                        .map(Kept::record)
                        .orElseThrow(() -> new Loading.Unreadable(before.record()));
        List<Event> added = record.events().subList(before.first() - 1, before.last());
        List<Receipt> all = receipts.of(before.record());
        return new Outcome.Stored(record, added, all.subList(before.first() - 1, before.last()), true);
    }
}
