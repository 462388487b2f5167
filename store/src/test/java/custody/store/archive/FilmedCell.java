package custody.store.archive;

import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.store.Samples;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.AccountChange;
import custody.video.camera.Cameras.Wanted;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A facility with one cell, which has cameras. */
public final class FilmedCell {
    static final String CELL = "CELL-1";

    private FilmedCell() {}

    /** With {@code others} beside the cell. */
    static Facility facility(Room.Privacy privacy, Room... others) {
        Facility plain = Samples.facility();
        Room cell = Room.of(new RoomCode(CELL), "Камера 1", Room.Kind.CELL, privacy, 900, 2);
        List<Room> rooms = Stream.concat(Stream.of(cell), Stream.of(others)).toList();
        return new Facility(
                plain.code(),
                plain.nameUk(),
                plain.nameEn(),
                plain.region(),
                plain.kind(),
                plain.state(),
                plain.zone(),
                plain.areaNorm(),
                plain.serving(),
                rooms);
    }

    /** A camera of the cell without an account. */
    static Wanted camera(CameraId id) {
        return camera(id, CELL, new AccountChange.None());
    }

    static Wanted camera(CameraId id, String room, AccountChange account) {
        StreamAddress address =
                ((StreamAddress.Parsed.Accepted) StreamAddress.parse("rtsp://10.0.0.9/" + id)).address();
        return new Wanted(
                id,
                Samples.HOME.code(),
                room,
                "Камера",
                Camera.Aim.ROOM,
                "двері",
                Map.of(StreamKind.MAIN, address),
                account,
                true);
    }

    /** Runs a statement as the owner of a running store's database, as a thief with all rights could. */
    public static void asOwner(Path folder, String statement) throws SQLException {
        try (Database running =
                        EmbeddedPostgres.running(folder, new SecureRandom()).orElseThrow();
                Connection connection = running.connect(Login.OWNER);
                Statement open = connection.createStatement()) {
            open.execute("SET search_path = custody");
            open.execute(statement);
        }
    }
}
