package custody.store.bench;

import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.video.camera.CameraId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A month of footage in the index of a running node, all of it one real minute again and again: each row has its own time and
 * number and the file of that minute, so that whatever is sought is found and plays. For measuring only: no entry names such rows.
 */
public final class FootageLoad {
    /** The minute's row is put before itself, once for each camera and minute; other cameras are invented ones. */
    private static final String COPY = """
            INSERT INTO segment (camera, sequence, start_at, end_at, monotonic, boot, ticks, frames, bytes, codec, width,
                                 height, init_hash, init_length, path, volume, state, root, previous, salvaged, lost,
                                 clock_offset, fragments, minute)
            SELECT CASE WHEN of = 0 THEN r.camera ELSE 'load-' || of END, 1000000 - back,
                   r.start_at - back * (r.end_at - r.start_at), r.end_at - back * (r.end_at - r.start_at),
                   r.monotonic, r.boot, r.ticks, r.frames, r.bytes, r.codec, r.width, r.height, r.init_hash,
                   r.init_length, r.path, r.volume, r.state, r.root, r.previous, r.salvaged, r.lost, r.clock_offset,
                   r.fragments, date_trunc('minute', r.end_at - back * (r.end_at - r.start_at))
            FROM segment r, generate_series(?, ?) of, generate_series(?, 1, -1) back
            WHERE r.camera = ? AND r.sequence = ?""";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** {@code folder} is the data folder of a node that runs with its own database. */
    public FootageLoad(Path folder) {
        this.folder = folder;
    }

    /** Fills the index before a camera's longest finished segment; answers how many rows it then has. */
    public long run(CameraId camera, int cameras, int segmentsOfEach) throws SQLException {
        var database = EmbeddedPostgres.running(folder, random)
                .orElseThrow(() -> new IllegalStateException("no database runs in " + folder));
        try (database;
                Connection connection = database.connect(Login.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = custody; SET synchronous_commit = off");
            // Rows that need not survive a crash are written once, not twice.
            statement.execute("ALTER TABLE segment SET UNLOGGED");
            long sequence = longest(connection, camera);
            try (PreparedStatement copy = connection.prepareStatement(COPY)) {
                copy.setInt(1, 0);
                copy.setInt(2, cameras - 1);
                copy.setInt(3, segmentsOfEach);
                copy.setString(4, camera.value());
                copy.setLong(5, sequence);
                copy.executeUpdate();
            }
            statement.execute("VACUUM (ANALYZE) segment");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM segment")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static long longest(Connection connection, CameraId camera) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT sequence FROM segment WHERE camera = ? ORDER BY end_at - start_at DESC LIMIT 1")) {
            select.setString(1, camera.value());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("camera " + camera + " has no finished segment yet");
                }
                return rows.getLong(1);
            }
        }
    }
}
