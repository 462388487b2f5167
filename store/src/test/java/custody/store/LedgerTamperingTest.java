package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.tree.Frontier;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a thief does to leaves, payloads, tiles and heads. */
class LedgerTamperingTest extends TamperedRecords {
    @Test
    void aPasswordSetATokenMadeAndTokensRevokedAreEntriesLikeAnOfficerPutIn() throws SQLException {
        try (Connection connection = tampered.owner();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM leaf WHERE convert_from(leaf, 'UTF8') LIKE '%\"class\":\"role\"%'")) {
            assertTrue(rows.next());
            assertEquals(4, rows.getInt(1));
        }
    }

    @Test
    void findsAChangedPayload() throws SQLException {
        finds(
                "PAYLOAD_DIFFERS",
                "leaf 40",
                List.of(
                        "UPDATE leaf SET ciphertext = set_byte(ciphertext, 30, get_byte(ciphertext, 30) # 1) WHERE index = 40"));
    }

    @Test
    void findsALeafThatWasChangedWithItsHash() throws SQLException {
        finds("TILE_DIFFERS", "tile/0/000", List.of(leafChangedWithItsHash(41)));
    }

    private String leafChangedWithItsHash(long index) throws SQLException {
        try (Connection connection = tampered.owner();
                PreparedStatement select = connection.prepareStatement("SELECT leaf FROM leaf WHERE index = ?")) {
            select.setLong(1, index);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                byte[] leaf = rows.getBytes(1);
                int at = new String(leaf, java.nio.charset.StandardCharsets.US_ASCII).indexOf("Z\"") - 1;
                leaf[at] = (byte) (leaf[at] == '0' ? '1' : '0');
                String hash = new TreeHasher().leaf(leaf).hex();
                String bytes = java.util.HexFormat.of().formatHex(leaf);
                return "UPDATE leaf SET leaf = decode('%s', 'hex'), leaf_hash = decode('%s', 'hex') WHERE index = %d"
                        .formatted(bytes, hash, index);
            }
        }
    }

    @Test
    void findsAHeadThatWasComputedAnewAfterAChange() throws SQLException {
        String change = leafChangedWithItsHash(290);
        String hash = change.replaceAll(".*leaf_hash = decode\\('([0-9a-f]+)'.*", "$1");
        Frontier frontier = new Frontier();
        try (Connection connection = tampered.owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT index, leaf_hash FROM leaf ORDER BY index")) {
            while (rows.next()) {
                frontier.append(
                        rows.getLong(1) == 290
                                ? Hash.of(java.util.HexFormat.of().parseHex(hash))
                                : Hash.of(rows.getBytes(2)));
            }
        }
        finds(
                "CHECKPOINT_ROOT_DIFFERS",
                "custody/" + Samples.HOME,
                List.of(
                        change,
                        "UPDATE tree_head SET root = decode('%s', 'hex'), frontier = decode('%s', 'hex')"
                                .formatted(
                                        frontier.root().hex(),
                                        java.util.HexFormat.of().formatHex(frontier.encode()))));
    }

    @Test
    void findsThatTheLastRowsWereDeleted() throws SQLException {
        finds("HEAD_SIZE_DIFFERS", "leaves 300", List.of("DELETE FROM leaf WHERE index >= 300"));
    }

    @Test
    void findsACutTailWithHeadAndCheckpointsMadeToFit() throws SQLException {
        Frontier frontier = new Frontier();
        try (Connection connection = tampered.owner();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT leaf_hash FROM leaf WHERE index < 280 ORDER BY index")) {
            while (rows.next()) {
                frontier.append(Hash.of(rows.getBytes(1)));
            }
        }
        finds(
                "CHECKPOINT_BEYOND_LEAVES",
                "custody/" + Samples.HOME,
                List.of(
                        "DELETE FROM leaf WHERE index >= 280",
                        "DELETE FROM checkpoint WHERE size > 280",
                        "UPDATE tree_head SET size = 280, root = decode('%s', 'hex'), frontier = decode('%s', 'hex')"
                                .formatted(
                                        frontier.root().hex(),
                                        java.util.HexFormat.of().formatHex(frontier.encode()))));
    }

    @Test
    void findsADeletedMiddleRow() throws SQLException {
        finds("LEAVES_MISSING", "leaves 50 to 50", List.of("DELETE FROM leaf WHERE index = 50"));
    }

    @Test
    void findsADeletedPayload() throws SQLException {
        finds("PAYLOAD_MISSING", "leaf 51", List.of("UPDATE leaf SET ciphertext = NULL WHERE index = 51"));
    }

    @Test
    void findsTwoSwappedRows() throws SQLException {
        finds(
                "LEAF_INDEX_DIFFERS",
                "leaf 60",
                List.of(
                        "UPDATE leaf SET index = -1 WHERE index = 60",
                        "UPDATE leaf SET index = 60 WHERE index = 61",
                        "UPDATE leaf SET index = 61 WHERE index = -1"));
    }

    @Test
    void findsAChangedTile() throws SQLException {
        finds("TILE_DIFFERS", "tile/0/000", List.of("UPDATE tile SET hashes = set_byte(hashes, 99, 0)"));
        finds("TILE_MISSING", "tile/0/000", List.of("DELETE FROM tile"));
    }

    @Test
    void findsFlippedBitsInTheFileOfATable() throws SQLException, IOException {
        Path file = tableFile("leaf");
        long at = 8192 * 3 + 5000;
        sql("CHECKPOINT");
        tampered.close();
        flip(file, at);
        tampered = new TamperedFolder(folder, Optional.empty());
        List<String> lines;
        try {
            lines = check().lines();
        } finally {
            tampered.close();
            flip(file, at);
            tampered = new TamperedFolder(folder, Optional.empty());
        }
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.contains("PAGE_DAMAGED at relation leaf") && line.contains("block 3")),
                () -> lines.toString());
        assertEquals(List.of(), check().discoveries(), "flipped back");
    }

    private Path tableFile(String table) throws SQLException {
        try (Connection connection = tampered.owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_relation_filepath('" + table + "')")) {
            rows.next();
            return folder.resolve("postgres/data").resolve(rows.getString(1));
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int before = bytes.read();
            bytes.seek(at);
            bytes.write(before ^ 0x10);
        }
    }
}
