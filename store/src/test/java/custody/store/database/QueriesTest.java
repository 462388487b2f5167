package custody.store.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import custody.store.Store;
import custody.store.TestStores;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A transaction")
class QueriesTest {
    @Test
    @DisplayName("leaves nothing behind that an exception or an error cuts short")
    void leavesNothingOfWhatIsCutShort() {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(TestStores.folder("cut-short"), new SecureRandom());
                HikariDataSource pool = Store.pool(database.access(Login.OWNER))) {
            var queries = new Queries(pool);
            queries.change("CREATE SCHEMA custody");
            queries.change("CREATE TABLE custody.done (what text)");
            for (Throwable cut :
                    List.of(new SQLException("cut"), new IllegalStateException("cut"), new StackOverflowError("cut"))) {
                Throwable thrown = assertThrows(
                        Throwable.class,
                        () -> queries.transaction(connection -> {
                            Queries.change(connection, "INSERT INTO custody.done VALUES ('half')");
                            throw cutting(cut);
                        }));
                assertSame(cut, thrown.getCause() == null ? thrown : thrown.getCause());
                assertEquals(
                        List.of(), queries.list("SELECT what FROM custody.done", row -> row.text(1)), cut.toString());
            }
        }
    }

    private static RuntimeException cutting(Throwable cut) throws SQLException {
        return switch (cut) {
            case SQLException failed -> throw failed;
            case Error failed -> throw failed;
            default -> (RuntimeException) cut;
        };
    }
}
