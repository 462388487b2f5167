package custody.store.migrations;

import custody.store.database.Database;
import custody.store.database.Database.Access;
import custody.store.database.Database.Login;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Makes and changes tables, as owner. */
public final class Migrating {
    /** The version of the last file; a test holds it to the files. */
    static final String NEWEST = "6.14";

    private static final String SCHEMA = "custody";
    private static final String LAST = """
            SELECT version FROM custody.flyway_schema_history
            WHERE success AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = ?) ORDER BY installed_rank DESC LIMIT 1""";

    private Migrating() {}

    /** Brings the database to this program's version; does nothing where it is there already, as at almost every start. */
    public static void migrate(Database database) {
        if (!newest(database)) {
            migrate(database, MigrationVersion.LATEST);
        }
    }

    private static boolean newest(Database database) {
        try (Connection connection = database.connect(Login.OWNER);
                PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, database.access(Login.APPLICATION).user());
            try (ResultSet last = select.executeQuery()) {
                return last.next() && NEWEST.equals(last.getString(1));
            }
        } catch (SQLException notYet) {
            return false;
        }
    }

    static void migrate(Database database, MigrationVersion target) {
        Access owner = database.access(Login.OWNER);
        Access application = database.access(Login.APPLICATION);
        try (Connection connection = database.connect(Login.OWNER)) {
            role(connection, application);
        } catch (SQLException refused) {
            throw new StoreFault(
                    Code.DATABASE_UNAVAILABLE,
                    "cannot prepare the application role in " + owner + ": " + refused,
                    refused);
        }
        try {
            Flyway.configure(Migrating.class.getClassLoader())
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:custody/store/migrations")
                    .schemas(SCHEMA)
                    .createSchemas(true)
                    .target(target)
                    // A later program's tables are not this program's to fill.
                    .ignoreMigrationPatterns(new String[0])
                    .placeholders(java.util.Map.of("application", application.user()))
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new StoreFault(
                    Code.MIGRATION_FAILED, "the database does not fit this program: " + failed.getMessage(), failed);
        }
    }

    /** The application role exists, may sign in and finds the tables without naming their schema. */
    private static void role(Connection connection, Access application) throws SQLException {
        String name = quoted(application.user(), '"');
        String password = quoted(application.password(), '\'');
        try (Statement statement = connection.createStatement()) {
            boolean exists;
            try (var found = statement.executeQuery(
                    "SELECT 1 FROM pg_roles WHERE rolname = " + quoted(application.user(), '\''))) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD " + password);
                statement.execute("ALTER ROLE " + name + " SET search_path = " + SCHEMA);
            }
        }
    }

    private static String quoted(String word, char quote) {
        String mark = String.valueOf(quote);
        return mark + word.replace(mark, mark + mark) + mark;
    }
}
