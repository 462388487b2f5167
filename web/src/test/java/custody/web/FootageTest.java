package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.desk.Reading;
import custody.record.detention.CustodyRecord;
import custody.record.events.Badge;
import custody.record.events.RecordId;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.camera.PrivacyClass;
import custody.web.house.House;
import custody.web.house.video.InMemoryCameras;
import custody.web.house.video.InMemoryVideo;
import custody.web.house.video.Studio;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A house whose first camera has some minutes of footage. */
abstract class FootageTest extends ServerTest {
    static final CameraId CAMERA = new CameraId("cam-0");

    @TempDir
    static Path archive;

    @Autowired
    InMemoryVideo video;

    @BeforeAll
    static void record() throws Exception {
        try (Studio studio = Studio.open(archive, 1)) {
            studio.record(320);
        }
    }

    @BeforeEach
    void cameras() {
        video.segments.folder(archive);
        video.cameras.add(InMemoryCameras.camera(House.FACILITY.code(), "cam-0", "CELL-1", PrivacyClass.NORMAL));
        video.viewings.clear();
        video.gaps.clear();
    }

    /** A segment of full length; a camera's very first is cut early. */
    Segment first() {
        return video.segments.after(CAMERA, 1).orElseThrow();
    }

    static void saysWhy(Desk desk, String purpose) {
        assertEquals(
                303,
                desk.post("/footage/purpose", "/footage/purpose", Map.of("purpose", purpose, "back", "/video"))
                        .statusCode());
    }

    /** What was written down, as {@code badge KIND [cameras]}. */
    List<String> looks() {
        return video.viewings.stream()
                .map(one -> one.person() + " " + one.kind() + " " + one.cameras())
                .toList();
    }

    CustodyRecord read(RecordId record) {
        Reading looking = new Reading(new Badge("1000001"), "", Reading.Purpose.CARE, "test");
        return records.read(record, looking).orElseThrow();
    }
}
