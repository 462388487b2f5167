package custody.store.bench;

import custody.record.desk.StorageUnavailable;
import custody.store.database.Database;
import custody.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Rows of open clocks for {@code ./custody bench alarms}: the index as a country would fill it, without its records. */
public final class OpenClocks {
    private static final String FILL = """
            INSERT INTO alarm_due (record_id, version, next_due, pack, pack_version, pack_hash)
            SELECT gen_random_uuid(), 1, now() + interval '6 hours' + random() * interval '66 hours', 'ua', 'bench', ''
            FROM generate_series(1, ?)
            """;

    private final Database database;

    /** Of a running node's embedded database; the folder must not hold real data. */
    public OpenClocks(Path folder) {
        this.database = EmbeddedPostgres.running(folder, new SecureRandom())
                .orElseThrow(() -> new IllegalStateException("no embedded database runs on this folder"));
    }

    /** Adds so many rows, due within three days and none of them during the measurement. */
    public void fill(int rows) {
        try (Connection connection = database.connect(Database.Login.OWNER)) {
            try (PreparedStatement insert = connection.prepareStatement(FILL)) {
                insert.setInt(1, rows);
                insert.executeUpdate();
            }
            try (Statement settle = connection.createStatement()) {
                settle.execute("VACUUM ANALYZE alarm_due");
                settle.execute("CHECKPOINT");
            }
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }

    /** Processor time that all processes of the database have used so far. */
    public static Duration processorTime() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
