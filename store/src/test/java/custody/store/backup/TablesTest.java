package custody.store.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.store.TestStores;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.migrations.Migrating;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A table that no backup holds is lost with the disk, and a row that refers to it keeps every other from being restored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesTest {
    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'custody' AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'""";
    private static final String REFERENCES = """
            SELECT a.relname, b.relname FROM pg_constraint c
            JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid WHERE c.contype = 'f'""";
    private static final String COUNTERS = """
            SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = 'custody'""";

    private Database database;

    @BeforeAll
    void migrate() {
        database = EmbeddedPostgres.start(TestStores.folder("tables"), new SecureRandom());
        Migrating.migrate(database);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    private List<List<String>> rows(String sql, int columns) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (Connection connection = database.connect(Login.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
        }
        return found;
    }

    @Test
    void aBackupHoldsEveryTableOfTheSchemaOnceAndNoOther() throws SQLException {
        Set<String> schema = new HashSet<>();
        rows(TABLES, 1).forEach(row -> schema.add(row.getFirst()));
        assertEquals(schema, new HashSet<>(Tables.ALL));
        assertEquals(schema.size(), Tables.ALL.size(), "each once");
    }

    @Test
    void everyTableStandsBehindThoseItRefersTo() throws SQLException {
        List<List<String>> references = rows(REFERENCES, 2);
        assertTrue(references.size() >= 5, references.toString());
        for (List<String> reference : references) {
            assertTrue(
                    Tables.ALL.indexOf(reference.getFirst()) > Tables.ALL.indexOf(reference.getLast()),
                    reference.toString());
        }
    }

    @Test
    void noCounterOfTheDatabaseWouldBeginAnewAfterARestore() throws SQLException {
        assertEquals(List.of(), rows(COUNTERS, 1));
    }
}
