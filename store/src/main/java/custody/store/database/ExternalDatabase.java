package custody.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs. */
public record ExternalDatabase(Access owner, Access application) implements Database {

    @Override
    public Connection connect(Login login) throws SQLException {
        Access access = access(login);
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    @Override
    public Access access(Login login) {
        return switch (login) {
            case OWNER -> owner;
            case APPLICATION -> application;
        };
    }

    @Override
    public void revive() {
        // Whoever runs it restarts it; the next connection tells whether that has happened.
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
