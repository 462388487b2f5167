package custody.store.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL 18 that this node may use. Safe for many threads. */
public interface Database extends AutoCloseable {

    /** A new connection, autocommit on; the caller closes it. */
    Connection connect(Login login) throws SQLException;

    /** JDBC URL and credentials of a login. */
    Access access(Login login);

    /** Brings the server back if this node runs it and it is gone; quick when all is well. */
    void revive();

    /** Stops the server if this node runs it; everything committed stays. */
    @Override
    void close();

    /** As whom to connect. */
    enum Login {
        /** Owns tables and migrates them; not used while the node works. */
        OWNER,
        /** Reads, inserts; has no right to change or delete events and leaves. */
        APPLICATION
    }

    /** What a driver needs. The password never stands in the URL, which drivers print in errors. */
    record Access(String url, String user, String password) {
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }
}
