package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.tree.Frontier;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import custody.record.desk.Accounts;
import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.store.check.CheckReport;
import custody.store.check.Discovery;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.Passphrase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A thief with the owner's rights changes what is stored; the check must name what and where. Each row breaks one thing,
 * checks, and puts it back, after which all must agree again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {
    private static final int ENTRIES = 300;

    private final Path folder = TestStores.prepared("tampered");
    private Database database;
    private RecordId record;

    @BeforeAll
    void fill() throws InterruptedException, SQLException {
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            store.officers().put(Samples.officer());
            Instant now = Instant.now();
            Accounts.By by = new Accounts.Signed(Samples.OFFICER);
            store.accounts().password(Samples.OFFICER, "no hash", by);
            store.accounts().token("ab".repeat(32), Samples.OFFICER, now.plusSeconds(60), new Accounts.Console());
            assertEquals(Optional.of(Samples.OFFICER), store.accounts().tokenOwner("ab".repeat(32), now));
            store.accounts().revokeTokens(Samples.OFFICER, by);
            assertEquals(Optional.empty(), store.accounts().tokenOwner("ab".repeat(32), now));
            Accounts.Account account = store.accounts().find(Samples.OFFICER).orElseThrow();
            assertTrue(store.accounts().trying(account, now));
            assertFalse(store.accounts().trying(account, now), "seen before the other try");
            record = opened(store, "Перший", now);
            RecordId other = opened(store, "Другий", now);
            for (int i = 0; i < ENTRIES; i++) {
                store.records()
                        .add(i % 3 == 0 ? other : record, Samples.meal(now), null, i < 4 ? asked(i) : Samples.WRITER);
            }
            store.records().read(record, Samples.READING);
            // Finer than the database keeps; with and without an end and an act; one of a facility that is not known.
            Instant from = Instant.parse("2026-01-01T00:00:00.123456789Z");
            declare(store, Samples.HOME, new FacilityMartialLaw(true, from, null, "Указ № 64/2022"));
            declare(store, Samples.HOME, new FacilityMartialLaw(false, from, from.plusSeconds(3600), null));
            declare(store, new FacilityCode("UA26-0099"), new FacilityMartialLaw(true, from, null, null));
            assertTrue(store.awaitSealed(5000));
        }
        database = EmbeddedPostgres.start(folder, new SecureRandom());
        sql("CREATE SCHEMA older", "CREATE TABLE older.custody_record AS TABLE custody_record");
        database.close();
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.records().add(record, Samples.meal(Instant.now()), null, Samples.WRITER);
            assertTrue(store.awaitSealed(5000));
        }
        database = EmbeddedPostgres.start(folder, new SecureRandom());
        assertEquals(List.of(), check().discoveries());
    }

    private static void declare(Store store, FacilityCode facility, FacilityMartialLaw fact) {
        store.martialLaw().declare(facility, fact, Samples.OFFICER);
    }

    private static Writer asked(int i) {
        return new Writer(Samples.OFFICER, new RequestKey("meal-" + i, "0".repeat(64)));
    }

    private static RecordId opened(Store store, String surname, Instant now) {
        return switch (store.records().open(Samples.HOME, Samples.booking(surname, now), Samples.WRITER)) {
            case Outcome.Stored stored -> stored.record().id();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    @AfterAll
    void stop() {
        database.close();
    }

    private CheckReport check() {
        return FolderCheck.of(
                folder,
                new StoreSettings.Server.External(database.access(Login.OWNER), database.access(Login.APPLICATION)),
                new Passphrase.BesideKeystore());
    }

    /** Runs statements as the owner, seat belts off. */
    private void sql(String... statements) throws SQLException {
        try (Connection connection = database.connect(Login.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void finds(String code, String where, List<String> breaking) throws SQLException {
        sql(
                "DROP SCHEMA IF EXISTS kept CASCADE",
                "CREATE SCHEMA kept",
                "CREATE TABLE kept.leaf AS TABLE leaf",
                "CREATE TABLE kept.tile AS TABLE tile",
                "CREATE TABLE kept.tree_head AS TABLE tree_head",
                "CREATE TABLE kept.checkpoint AS TABLE checkpoint",
                "CREATE TABLE kept.custody_record AS TABLE custody_record",
                "CREATE TABLE kept.search_token AS TABLE search_token",
                "CREATE TABLE kept.request_key AS TABLE request_key");
        try {
            sql(breaking.toArray(String[]::new));
            CheckReport report = check();
            assertFalse(report.agrees());
            Optional<Discovery> named = report.discoveries().stream()
                    .filter(found -> found.what().equals(code) && found.where().contains(where))
                    .findFirst();
            assertTrue(named.isPresent(), () -> code + " at " + where + " is not in " + report.lines());
        } finally {
            for (String table : List.of(
                    "leaf", "tile", "tree_head", "checkpoint", "custody_record", "search_token", "request_key")) {
                sql("TRUNCATE " + table, "INSERT INTO " + table + " SELECT * FROM kept." + table);
            }
            sql("DROP SCHEMA kept CASCADE");
        }
        assertEquals(List.of(), check().discoveries(), "put back");
    }

    @Test
    void aPasswordSetATokenMadeAndTokensRevokedAreEntriesLikeAnOfficerPutIn() throws SQLException {
        try (Connection connection = database.connect(Login.OWNER);
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
        try (Connection connection = database.connect(Login.OWNER);
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
        try (Connection connection = database.connect(Login.OWNER);
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
        try (Connection connection = database.connect(Login.OWNER);
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
    void findsAnEventGivenToAnotherRecord() throws SQLException {
        finds("RECORD_CHAIN_BROKEN", "leaf 70", List.of("UPDATE leaf SET version = 900 WHERE index = 70"));
    }

    /** No leaf commits to the columns beside it: whoever empties them must not thereby take an entry out of the check. */
    @Test
    void findsAWholeRecordTakenAwayByTheColumnsBesideItsLeaves() throws SQLException {
        String mine = " WHERE record_id = '" + record + "'";
        List<String> breaking = List.of(
                "UPDATE leaf SET version = NULL, data_key = coalesce(data_key, record_id), record_id = NULL" + mine,
                "DELETE FROM custody_record" + mine,
                "DELETE FROM search_token" + mine,
                "DELETE FROM request_key" + mine);
        finds("RECORD_CHAIN_BROKEN", "leaf ", breaking);
        finds("PROJECTION_DIFFERS", record + " custody_record", breaking);
    }

    @Test
    void findsALastEventTakenAwayWithTheRowOfItsRecordPutBack() throws SQLException {
        String mine = " WHERE record_id = '" + record + "'";
        finds(
                "RECORD_CHAIN_BROKEN",
                "leaf ",
                List.of(
                        "UPDATE leaf SET version = NULL, data_key = record_id, record_id = NULL" + mine
                                + " AND version = (SELECT max(version) FROM leaf" + mine + ")",
                        "DELETE FROM custody_record" + mine,
                        "INSERT INTO custody_record SELECT * FROM older.custody_record" + mine));
    }

    @Test
    void findsThatWhoLookedWasTakenAwayOrGivenToAnother() throws SQLException {
        String look = " WHERE version IS NULL AND record_id = '" + record + "'";
        finds("ROW_DIFFERS", "leaf ", List.of("UPDATE leaf SET data_key = record_id, record_id = NULL" + look));
        finds("ROW_DIFFERS", "leaf ", List.of("UPDATE leaf SET version = 0" + look));
        finds(
                "ROW_DIFFERS",
                "leaf ",
                List.of("UPDATE leaf SET data_key = record_id, record_id = (SELECT max(record_id::text)::uuid"
                        + " FROM leaf WHERE record_id <> '" + record + "')" + look));
    }

    @Test
    void findsARecordOrVersionBesideAnEntryThatHasNone() throws SQLException {
        finds(
                "ROW_DIFFERS",
                "leaf ",
                List.of("UPDATE leaf SET record_id = '" + record
                        + "' WHERE record_id IS NULL AND data_key IS NOT NULL"));
        finds("ROW_DIFFERS", "leaf 0", List.of("UPDATE leaf SET record_id = '" + record + "' WHERE index = 0"));
    }

    @Test
    void findsAChangedProjection() throws SQLException {
        finds(
                "PROJECTION_DIFFERS",
                record + " status",
                List.of("UPDATE custody_record SET status = 'RELEASED' WHERE record_id = '" + record + "'"));
        finds(
                "PROJECTION_DIFFERS",
                record + " number",
                List.of("UPDATE custody_record SET running = 77 WHERE record_id = '" + record + "'"));
        finds(
                "PROJECTION_DIFFERS",
                record + " custody_record",
                List.of("DELETE FROM custody_record WHERE record_id = '" + record + "'"));
        finds(
                "PROJECTION_DIFFERS",
                record + " search_token",
                List.of("DELETE FROM search_token WHERE record_id = '" + record + "'"));
    }

    @Test
    void findsARequestThatPointsElsewhere() throws SQLException {
        String mine =
                " WHERE record_id = '" + record + "' AND first_version = (SELECT min(first_version) FROM request_key"
                        + " WHERE record_id = '" + record + "')";
        String where = "of record " + record;
        finds(
                "REQUEST_DIFFERS",
                where,
                List.of("UPDATE request_key SET first_version = 9000, last_version = 9000" + mine));
        finds("REQUEST_DIFFERS", where, List.of("UPDATE request_key SET first_version = 0, last_version = 0" + mine));
        finds("REQUEST_DIFFERS", where, List.of("UPDATE request_key SET last_version = first_version + 1" + mine));
        finds("REQUEST_DIFFERS", where, List.of("UPDATE request_key SET body_digest = '\\x00'" + mine));
        finds(
                "REQUEST_DIFFERS",
                where,
                List.of("UPDATE request_key SET (first_version, last_version) ="
                        + " (SELECT max(first_version), max(last_version) FROM request_key r WHERE r.record_id ="
                        + " request_key.record_id)" + mine));
        String nowhere = "00000000-0000-4000-8000-000000000000";
        finds("REQUEST_DIFFERS", nowhere, List.of("UPDATE request_key SET record_id = '" + nowhere + "'" + mine));
    }

    @Test
    void findsAChangedFacilityOrRoom() throws SQLException {
        findsAndGoesBack("UPDATE facility SET area_norm = 100", "UPDATE facility SET area_norm = 400");
        findsAndGoesBack(
                "INSERT INTO room VALUES ('UA26-0007', 'CELL-X', 0, 'x', 'CELL', 'NORMAL', true, 1, 1, 'ANYONE', NULL)",
                "DELETE FROM room");
        findsAndGoesBack("UPDATE facility SET prosecutor = 'another'", "UPDATE facility SET prosecutor = NULL");
    }

    private void findsAndGoesBack(String breaking, String back) throws SQLException {
        findsAndGoesBack("facility UA26-0007", breaking, back);
    }

    private void findsAndGoesBack(String where, String breaking, String back) throws SQLException {
        sql(breaking);
        CheckReport report = check();
        sql(back);
        assertTrue(
                report.discoveries().stream().anyMatch(found -> found.where().contains(where)),
                report.lines().toString());
        assertEquals(List.of(), check().discoveries(), "put back");
    }

    /** Such a row lengthens lawful times of everybody in the facility. */
    @Test
    void findsAnInventedBackDatedOrDeletedDeclarationOfMartialLaw() throws SQLException {
        String first = "martial law at facility UA26-0007, declaration 1";
        String second = "martial law at facility UA26-0007, declaration 2";
        findsAndGoesBack(
                "martial law at facility UA26-0007, declaration 3",
                "INSERT INTO martial_law VALUES ('UA26-0007', 3, true, '2025-01-01 00:00:00+00', NULL, NULL, '1000001')",
                "DELETE FROM martial_law WHERE position = 3");
        findsAndGoesBack(
                first,
                "UPDATE martial_law SET valid_from = valid_from - interval '1 day' WHERE position = 1",
                "UPDATE martial_law SET valid_from = valid_from + interval '1 day' WHERE position = 1");
        findsAndGoesBack(
                first,
                "UPDATE martial_law SET authority = 'another' WHERE position = 1",
                "UPDATE martial_law SET authority = 'Указ № 64/2022' WHERE position = 1");
        findsAndGoesBack(
                second,
                "UPDATE martial_law SET declared_by = '1000009' WHERE position = 2",
                "UPDATE martial_law SET declared_by = '1000001' WHERE position = 2");
        findsAndGoesBack(
                second,
                "UPDATE martial_law SET in_force = true WHERE position = 2",
                "UPDATE martial_law SET in_force = false WHERE position = 2");
        findsAndGoesBack(
                second,
                "UPDATE martial_law SET position = 9 WHERE position = 2",
                "UPDATE martial_law SET position = 2 WHERE position = 9");
        sql("CREATE TABLE older.martial_law AS TABLE martial_law");
        findsAndGoesBack(
                second,
                "DELETE FROM martial_law WHERE position = 2",
                "INSERT INTO martial_law SELECT * FROM older.martial_law WHERE position = 2");
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
        database.close();
        flip(file, at);
        database = EmbeddedPostgres.start(folder, new SecureRandom());
        List<String> lines;
        try {
            lines = check().lines();
        } finally {
            database.close();
            flip(file, at);
            database = EmbeddedPostgres.start(folder, new SecureRandom());
        }
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.contains("PAGE_DAMAGED at relation leaf") && line.contains("block 3")),
                () -> lines.toString());
        assertEquals(List.of(), check().discoveries(), "flipped back");
    }

    private Path tableFile(String table) throws SQLException {
        try (Connection connection = database.connect(Login.OWNER);
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
