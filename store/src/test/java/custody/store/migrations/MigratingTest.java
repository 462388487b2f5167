package custody.store.migrations;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.store.TestStores;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

class MigratingTest {
    private static final String RECORD = "00000000-0000-0000-0000-00000000000a";
    private static final String OTHER_KEY = "00000000-0000-0000-0000-00000000000b";

    @Test
    void payloadsInTablesOfTheirOwnComeToStandBesideTheirLeaves() throws SQLException {
        try (EmbeddedPostgres database =
                EmbeddedPostgres.start(TestStores.folder("before-version-5"), new SecureRandom())) {
            Migrating.migrate(database, MigrationVersion.fromVersion("4.4"));
            sql(
                    database,
                    "INSERT INTO leaf SELECT 1, i, decode(to_hex(160 + i), 'hex'), '\\x00' FROM generate_series(0, 4) i",
                    "INSERT INTO event VALUES (1, 0, '" + RECORD + "', 1, '\\xe0')",
                    "INSERT INTO reading VALUES (1, 1, '" + RECORD + "', '" + RECORD + "', '\\xe1')",
                    "INSERT INTO reading VALUES (1, 2, NULL, '" + OTHER_KEY + "', '\\xe2')",
                    "INSERT INTO role_change VALUES (1, 3, '" + OTHER_KEY + "', '\\xe3')");
            Migrating.migrate(database);
            assertEquals(
                    List.of(
                            "0 a0 " + RECORD + " 1 null e0",
                            "1 a1 " + RECORD + " null null e1",
                            "2 a2 null null " + OTHER_KEY + " e2",
                            "3 a3 null null " + OTHER_KEY + " e3",
                            "4 a4 null null null null"),
                    leaves(database));
        }
    }

    @Test
    void theProgramKnowsItsNewestMigration() throws IOException, URISyntaxException {
        Path files = Path.of(Objects.requireNonNull(Migrating.class.getResource("V1__ledger_and_records.sql"))
                        .toURI())
                .resolveSibling("");
        try (Stream<Path> all = Files.list(files)) {
            String newest = all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .getVersion();
            assertEquals(newest, Migrating.NEWEST);
        }
    }

    @Test
    void aDatabaseThatIsThereAlreadyIsLeftAsItIsAndOneOfALaterProgramIsRefused() throws SQLException {
        try (EmbeddedPostgres database =
                EmbeddedPostgres.start(TestStores.folder("migrated-twice"), new SecureRandom())) {
            Migrating.migrate(database);
            sql(
                    database,
                    "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99', description, type, script, checksum,"
                            + " installed_by, installed_on, execution_time, success"
                            + " FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
            assertEquals(
                    Code.MIGRATION_FAILED,
                    assertThrows(StoreFault.class, () -> Migrating.migrate(database))
                            .code());
            sql(
                    database,
                    "DELETE FROM flyway_schema_history WHERE version = '99'",
                    "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
            assertDoesNotThrow(() -> Migrating.migrate(database), "nothing is gone through again");
        }
    }

    private static void sql(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connect(Login.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = custody");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> leaves(Database database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect(Login.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT index, encode(leaf, 'hex'), record_id, version, data_key, encode(ciphertext, 'hex')"
                                + " FROM custody.leaf ORDER BY index")) {
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= 6; column++) {
                    columns.add(String.valueOf(rows.getString(column)));
                }
                found.add(String.join(" ", columns));
            }
        }
        return found;
    }
}
