package custody.store.bench;

import custody.ledger.tree.Tile;
import custody.ledger.tree.TileBuilder;
import custody.record.detention.Situation;
import custody.store.keys.DataKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Everything that one transaction of the load writes: the same rows that the appender writes, by COPY. */
final class LoadBatch {
    private static final String HEAD =
            "UPDATE tree_head SET size = ?, root = ?, frontier = ? WHERE epoch = ? AND size = ?";

    private final int epoch;
    private final long first;
    private final LoadRows leaves =
            new LoadRows("leaf", "epoch, index, leaf, leaf_hash, record_id, version, ciphertext");
    private final LoadRows tiles = new LoadRows("tile", "epoch, level, number, hashes, root");
    private final LoadRows keys = new LoadRows("data_key", "id, purpose, facility, month, kek, wrapped");
    private final LoadRows records = new LoadRows(
            "custody_record",
            "record_id, facility, year, running, version, status, ended, apprehended_at, last_event_at, epoch, index,"
                    + " summary");
    private final LoadRows tokens = new LoadRows("search_token", "token, record_id");
    private final LoadRows due =
            new LoadRows("alarm_due", "record_id, version, next_due, pack, pack_version, pack_hash");
    private long size;
    private byte[] root = {};
    private byte[] frontier = {};

    LoadBatch(int epoch, long first) {
        this.epoch = epoch;
        this.first = first;
    }

    /** Leaf hashes are appended to the tree here, in order. */
    void leaves(List<LoadEncoding.Encoded> encoded, TileBuilder tree) {
        for (LoadEncoding.Encoded each : encoded) {
            leaves.row()
                    .with(epoch)
                    .with(each.index())
                    .with(each.leaf())
                    .with(each.hash().bytes());
            leaves.with(each.record()).with(each.version()).with(each.ciphertext());
        }
        for (Tile tile :
                tree.append(encoded.stream().map(LoadEncoding.Encoded::hash).toList())) {
            tiles.row()
                    .with(epoch)
                    .small(tile.coordinates().level())
                    .with(tile.coordinates().index());
            tiles.with(tile.bytes()).with(tile.root().bytes());
        }
        size = tree.size();
        root = tree.head().root().bytes();
        frontier = tree.frontier().encode();
    }

    void key(DataKeys.Wrapped key) {
        keys.row().with(key.id()).with(key.purpose().word()).with(key.facility());
        keys.with(key.month().toString()).with(key.kek()).with(key.wrapped());
    }

    /** The line of a record. One that has ended is not looked at by the alarm clock again. */
    void line(LoadEncoding.Line line) {
        LoadPerson person = line.person();
        Situation situation = line.situation();
        int version = person.events().size();
        boolean ended = situation.status().ended();
        records.row().with(person.id().value()).with(person.number().facility().code());
        records.with(person.number().year()).with(person.number().running()).with(version);
        records.with(situation.status().name()).with(ended);
        records.with(micros(situation.apprehendedAt())).with(micros(situation.lastEventAt()));
        records.with(epoch).with(person.lastIndex()).with(line.summary());
        line.tokens().forEach(token -> tokens.row().with(token).with(person.id().value()));
        if (ended) {
            due.row().with(person.id().value()).with(version).with((Instant) null);
            due.with("none").with("none").with("");
        }
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Writes all of it in one transaction, autocommit being off. */
    void write(Connection connection) throws SQLException {
        for (LoadRows rows : List.of(leaves, tiles, keys, records, tokens, due)) {
            rows.send(connection);
        }
        try (PreparedStatement head = connection.prepareStatement(HEAD)) {
            head.setLong(1, size);
            head.setBytes(2, root);
            head.setBytes(3, frontier);
            head.setInt(4, epoch);
            head.setLong(5, first);
            if (head.executeUpdate() != 1) {
                throw new SQLException("the tree head was not where the load left it");
            }
        }
        connection.commit();
    }
}
