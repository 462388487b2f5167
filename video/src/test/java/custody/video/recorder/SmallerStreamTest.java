package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.camera.CameraAddresses;
import custody.video.camera.Credentials;
import custody.video.camera.Network;
import custody.video.camera.StreamAddress;
import custody.video.ffmpeg.Probe;
import custody.video.live.LiveHub;
import custody.video.live.LiveMessage;
import custody.video.live.LiveViewer;
import custody.video.live.SmallerStreams;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallerStreamTest {
    @TempDir
    Path folder;

    /** Keeps what a player would be given. */
    private static final class Player implements LiveViewer {
        private final ByteArrayOutputStream film = new ByteArrayOutputStream();
        private final AtomicInteger fragments = new AtomicInteger();
        private volatile String codec = "";
        private volatile boolean over;

        @Override
        public synchronized void send(LiveMessage message) {
            switch (message) {
                case LiveMessage.Coding(var name, var _, var _) -> codec = name;
                case LiveMessage.Initialisation(var bytes) -> keep(bytes);
                case LiveMessage.Fragment(var bytes, var _) -> {
                    keep(bytes);
                    fragments.incrementAndGet();
                }
            }
        }

        private void keep(ByteBuffer bytes) {
            var copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            film.writeBytes(copy);
        }

        synchronized byte[] film() {
            return film.toByteArray();
        }

        @Override
        public void ended(String why) {
            over = true;
        }
    }

    private LiveHub hub(CameraSimulator simulator, Optional<Credentials> account) {
        var address = new StreamAddress("127.0.0.1", simulator.port(), "/camera/0");
        SmallerStreams smaller = camera -> camera.equals(RecorderFixture.camera(0))
                ? Optional.of(new SmallerStreams.Source(address, account))
                : Optional.empty();
        return new LiveHub(
                folder.resolve("no-recorder.sock"),
                smaller,
                new CameraAddresses(List.of(Network.parse("127.0.0.0/8")), Set.of(simulator.port())));
    }

    @Test
    void pictureAfterPictureComesWithoutARecorderAndPlays() throws Exception {
        try (CameraSimulator simulator = RecorderFixture.cameras(1, Codec.H264);
                LiveHub hub = hub(simulator, Optional.empty())) {
            var first = new Player();
            var second = new Player();
            hub.watchSmaller(RecorderFixture.camera(0), first);
            RecorderFixture.await("pictures", Duration.ofSeconds(10), () -> first.fragments.get() > 60);
            hub.watchSmaller(RecorderFixture.camera(0), second);
            RecorderFixture.await("pictures", Duration.ofSeconds(5), () -> second.fragments.get() > 10);
            assertEquals(1, simulator.cameras().getFirst().connections(), "once for all viewers");
            assertTrue(first.codec.startsWith("avc1."), first.codec);
            Path film = Files.write(folder.resolve("film.mp4"), first.film());
            Probe probe = Probe.ready();
            int pictures = Integer.parseInt(probe.video(film, "nb_read_frames"));
            assertTrue(pictures > 60, pictures + " pictures");
            assertEquals(pictures / 25.0, Double.parseDouble(probe.format(film, "duration")), 0.2);
        }
    }

    @Test
    void nobodyIsAskedWhenNobodyWatches() throws Exception {
        try (CameraSimulator simulator = RecorderFixture.cameras(1, Codec.H264);
                LiveHub hub = hub(simulator, Optional.empty())) {
            var player = new Player();
            var view = hub.watchSmaller(RecorderFixture.camera(0), player);
            RecorderFixture.await("pictures", Duration.ofSeconds(10), () -> player.fragments.get() > 5);
            view.close();
            hub.dropUnwatched();
            long sent = simulator.cameras().getFirst().framesSent();
            Thread.sleep(500);
            assertTrue(simulator.cameras().getFirst().framesSent() - sent < 5, "the camera sends no longer");
            assertThrows(IOException.class, () -> hub.watchSmaller(RecorderFixture.camera(1), player));
        }
    }

    @Test
    void viewsEndWhenTheCameraIsSilentGoneOrRefuses() throws Exception {
        try (CameraSimulator simulator = RecorderFixture.cameras(1, Codec.H264);
                LiveHub hub = hub(simulator, Optional.empty())) {
            var player = new Player();
            hub.watchSmaller(RecorderFixture.camera(0), player);
            RecorderFixture.await("pictures", Duration.ofSeconds(10), () -> player.fragments.get() > 5);
            simulator.cameras().getFirst().fault(Fault.SILENT);
            RecorderFixture.await("the end", Duration.ofSeconds(10), () -> player.over);
            simulator.cameras().getFirst().fault(Fault.NONE);
            var next = new Player();
            hub.watchSmaller(RecorderFixture.camera(0), next);
            RecorderFixture.await("pictures again", Duration.ofSeconds(10), () -> next.fragments.get() > 5);
            simulator.goAway();
            RecorderFixture.await("the end", Duration.ofSeconds(10), () -> next.over);
            var nobody = new Player();
            hub.watchSmaller(RecorderFixture.camera(0), nobody);
            RecorderFixture.await("the end", Duration.ofSeconds(10), () -> nobody.over);
            assertEquals(0, nobody.fragments.get());
        }
    }

    @Test
    void anAddressThatIsNotAllowedIsNotConnectedTo() throws Exception {
        try (CameraSimulator simulator = RecorderFixture.cameras(1, Codec.H264);
                LiveHub hub = new LiveHub(
                        folder.resolve("no-recorder.sock"),
                        camera -> Optional.of(new SmallerStreams.Source(
                                new StreamAddress("127.0.0.1", simulator.port(), "/camera/0"), Optional.empty())),
                        new CameraAddresses(List.of(Network.parse("10.0.0.0/8")), Set.of(simulator.port())))) {
            var player = new Player();
            hub.watchSmaller(RecorderFixture.camera(0), player);
            RecorderFixture.await("the end", Duration.ofSeconds(10), () -> player.over);
            assertEquals(0, simulator.cameras().getFirst().connections());
            assertFalse(player.fragments.get() > 0);
        }
    }
}
