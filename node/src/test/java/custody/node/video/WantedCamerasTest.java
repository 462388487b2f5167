package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.PrivacyClass;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.recorder.Briefing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a recorder is told at its start, also while the database is away. */
class WantedCamerasTest {
    private static final CameraId ONE = new CameraId("cam-1");
    private static final CameraId TWO = new CameraId("cam-2");
    private static final StreamAddress ADDRESS = new StreamAddress("192.0.2.1", 554, "/");
    private static final Credentials ACCOUNT = new Credentials("u", "p");

    private final List<Camera> cameras = new ArrayList<>();
    private boolean away;
    private final WantedCameras wanted = new WantedCameras(
            () -> answered(List.copyOf(cameras)), id -> answered(Optional.of(ACCOUNT)), id -> Optional.empty());

    private <T> T answered(T answer) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return answer;
    }

    private static Camera camera(CameraId id, PrivacyClass privacy) {
        return new Camera(
                id,
                "UA-KYIV-01",
                "CELL-1",
                "",
                Camera.Aim.ROOM,
                "",
                privacy,
                Map.of(StreamKind.MAIN, ADDRESS),
                true,
                true);
    }

    private static Briefing of(CameraId... ids) {
        var streams = new TreeMap<CameraId, StreamAddress>();
        var accounts = new TreeMap<CameraId, Credentials>();
        for (CameraId id : ids) {
            streams.put(id, ADDRESS);
            accounts.put(id, ACCOUNT);
        }
        return new Briefing(streams, accounts, Map.of());
    }

    private void both() {
        cameras.clear();
        cameras.add(camera(ONE, PrivacyClass.NORMAL));
        cameras.add(camera(TWO, PrivacyClass.NORMAL));
    }

    private void onePrivileged() {
        cameras.set(0, camera(ONE, PrivacyClass.PRIVILEGED));
    }

    @Test
    void aRecorderIsToldWhatIsToBeRecordedNow() {
        both();
        assertEquals(of(ONE, TWO), wanted.get());
        onePrivileged();
        assertEquals(of(TWO), wanted.get());
    }

    @Test
    void whileTheDatabaseIsAwayItIsToldWhatWasReadLast() {
        both();
        assertEquals(of(ONE, TWO), wanted.now());
        onePrivileged();
        assertEquals(Map.of(TWO, ADDRESS), wanted.streams(), "as it is read each second");
        away = true;
        assertEquals(Map.of(TWO, ADDRESS), wanted.get().cameras(), "and not what the last recorder was told");
        assertEquals(
                Optional.of(ACCOUNT),
                Optional.ofNullable(wanted.get().accounts().get(TWO)));
    }

    @Test
    void whatWasNeverReadIsNotKnown() {
        away = true;
        assertThrows(IllegalStateException.class, wanted::get);
    }
}
