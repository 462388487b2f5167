package custody.store.bench;

import java.sql.SQLException;

/** A way to store events, batch by batch, that can be measured again and again. */
interface Layer extends AutoCloseable {
    /** What it does, in the words of the table. */
    String name();

    /** Stores for that long; events by second, durable. */
    double eventsPerSecond(double seconds) throws SQLException, InterruptedException;

    @Override
    void close() throws SQLException;
}
