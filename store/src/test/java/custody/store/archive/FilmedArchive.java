package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.places.Room;
import custody.store.Samples;
import custody.store.Store;
import custody.store.TestStores;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.Put;
import custody.video.camera.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store with one filmed cell, and footage of it on two volumes that goes after a day or two. */
public final class FilmedArchive implements AutoCloseable {
    private static final Person ADMINISTRATOR = new Person("1000001");

    private final Path folder;
    private final Store store;
    private final VideoArchive archive;
    private final Footage footage;
    private Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private FilmedArchive(Path folder, Room.Privacy privacy, Room... others) throws IOException {
        this.folder = folder;
        this.store = Store.open(TestStores.settings(folder));
        store.facilities().put(FilmedCell.facility(privacy, others));
        this.archive = store.video(volumes(), InstantSource.system());
        archive.cameras().baseRetention(1, 2);
        this.footage = new Footage(first());
    }

    /** In a folder of that name; {@code others} are rooms beside the cell. */
    public static FilmedArchive open(String name, Room.Privacy privacy, Room... others) throws IOException {
        return new FilmedArchive(TestStores.prepared(name), privacy, others);
    }

    public Path folder() {
        return folder;
    }

    Path first() {
        return folder.resolve("video");
    }

    Path second() {
        return folder.resolve("second");
    }

    public Volumes volumes() {
        return new Volumes(first(), Optional.of(second()));
    }

    public Store store() {
        return store;
    }

    public VideoArchive archive() {
        return archive;
    }

    Footage footage() {
        return footage;
    }

    /** A new camera of the cell. */
    public CameraId camera(String id) {
        var camera = new CameraId(id);
        assertEquals(Put.ADDED, archive.cameras().put(FilmedCell.camera(camera), ADMINISTRATOR));
        return camera;
    }

    /** Every minute has one entry, so each call takes the next. */
    public void nameInLedger(CameraId camera) {
        minute = minute.plus(1, ChronoUnit.MINUTES);
        archive.minutes().write(Samples.HOME.code(), minute, Set.of(camera), List.of(), Set.of(), Instant.now());
    }

    /** The camera's next segment, a file that is in the index. */
    public Segment sealed(CameraId camera, Instant start) throws IOException {
        Segment segment = footage.next(camera, start);
        archive.index().sealed(0, segment);
        return segment;
    }

    @Override
    public void close() {
        store.close();
    }
}
