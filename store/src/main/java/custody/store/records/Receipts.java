package custody.store.records;

import custody.ledger.log.Origin;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.Hash;
import custody.record.desk.Receipt;
import custody.record.events.RecordId;
import custody.store.database.Queries;
import custody.store.ledger.Sealer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Receipts of events: where their leaves are and how far their proof has come. Safe for many threads. */
final class Receipts {
    private static final String SELECT = """
            SELECT o.epoch, o.origin, l.index, l.leaf_hash, c.size
            FROM leaf l JOIN ledger_epoch o USING (epoch) LEFT JOIN LATERAL (
                SELECT size FROM checkpoint WHERE epoch = l.epoch AND l.epoch < ? ORDER BY size DESC LIMIT 1) c ON true
            WHERE l.record_id = ? AND l.version IS NOT NULL ORDER BY l.version
            """;

    private static final String LAST_NOTE = "SELECT note FROM checkpoint WHERE epoch = ? ORDER BY size DESC LIMIT 1";

    private final Queries queries;
    private final int epoch;
    private final Sealer sealer;

    Receipts(Queries queries, int epoch, Sealer sealer) {
        this.queries = queries;
        this.epoch = epoch;
        this.sealer = sealer;
    }

    List<Receipt> of(RecordId record) {
        return queries.with(connection -> select(connection, record));
    }

    private List<Receipt> select(Connection connection, RecordId record) throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, epoch);
            select.setObject(2, record.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long index = rows.getLong(3);
                    receipts.add(new Receipt(
                            rows.getString(2),
                            index,
                            Hash.of(rows.getBytes(4)).base64(),
                            state(rows.getInt(1), index, rows.getLong(5))));
                }
            }
        }
        return receipts;
    }

    /** Of an earlier epoch what its last checkpoint covers: its end may have been lost unsigned, with the node that kept it. */
    private Receipt.State state(int leafEpoch, long index, long ended) {
        return index < (leafEpoch < epoch ? ended : sealer.size()) ? Receipt.State.SEALED : Receipt.State.RECORDED;
    }

    Optional<String> text(RecordId record, int version) {
        List<Receipt> all = of(record);
        return version < 1 || version > all.size() ? Optional.empty() : Optional.of(text(all.get(version - 1)));
    }

    private String text(Receipt receipt) {
        Origin origin = Origin.parse(receipt.origin()).orThrow();
        var recorded = custody.ledger.log.Receipt.recorded(
                origin, receipt.index(), Hash.parseBase64(receipt.leafHash()).orThrow());
        Optional<SignedNote> note = receipt.state() == Receipt.State.RECORDED
                ? Optional.empty()
                : origin.epoch() == epoch ? sealer.note() : last(origin.epoch());
        return note.map(recorded::sealedBy).orElse(recorded).text();
    }

    private Optional<SignedNote> last(int ended) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LAST_NOTE)) {
                select.setInt(1, ended);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? SignedNote.parse(rows.getString(1)).accepted() : Optional.empty();
                }
            }
        });
    }
}
