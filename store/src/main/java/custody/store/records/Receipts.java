package custody.store.records;

import custody.ledger.log.Origin;
import custody.ledger.tree.Hash;
import custody.record.desk.Receipt;
import custody.record.events.RecordId;
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
            SELECT o.epoch, o.origin, l.index, l.leaf_hash
            FROM leaf l JOIN ledger_epoch o USING (epoch)
            WHERE l.record_id = ? AND l.version IS NOT NULL ORDER BY l.version
            """;

    private final Reads reads;
    private final int epoch;
    private final Sealer sealer;

    Receipts(Reads reads, int epoch, Sealer sealer) {
        this.reads = reads;
        this.epoch = epoch;
        this.sealer = sealer;
    }

    List<Receipt> of(RecordId record) {
        return reads.with(connection -> select(connection, record));
    }

    private List<Receipt> select(Connection connection, RecordId record) throws SQLException {
        List<Receipt> receipts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, record.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long index = rows.getLong(3);
                    receipts.add(new Receipt(
                            rows.getString(2),
                            index,
                            Hash.of(rows.getBytes(4)).base64(),
                            state(rows.getInt(1), index)));
                }
            }
        }
        return receipts;
    }

    /** A later epoch opens only over a sealed end of the one before. */
    private Receipt.State state(int leafEpoch, long index) {
        return leafEpoch < epoch || index < sealer.size() ? Receipt.State.SEALED : Receipt.State.RECORDED;
    }

    Optional<String> text(RecordId record, int version) {
        List<Receipt> all = of(record);
        return version < 1 || version > all.size() ? Optional.empty() : Optional.of(text(all.get(version - 1)));
    }

    private String text(Receipt receipt) {
        Origin origin = Origin.parse(receipt.origin()).orThrow();
        var recorded = custody.ledger.log.Receipt.recorded(
                origin, receipt.index(), Hash.parseBase64(receipt.leafHash()).orThrow());
        return sealer.note()
                .filter(_ -> origin.epoch() == epoch && receipt.index() < sealer.size())
                .map(recorded::sealedBy)
                .orElse(recorded)
                .text();
    }
}
