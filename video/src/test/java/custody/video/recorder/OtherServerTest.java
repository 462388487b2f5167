package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.camera.StreamAddress;
import custody.video.ffmpeg.Probe;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An RTSP server that is not ours: GStreamer's, from the packages gir1.2-gst-rtsp-server-1.0, python3-gi, gstreamer1.0-plugins-{good,ugly}. */
@Execution(ExecutionMode.CONCURRENT)
class OtherServerTest {
    private static final String SERVER = """
            import sys, gi
            gi.require_version('Gst', '1.0')
            gi.require_version('GstRtspServer', '1.0')
            from gi.repository import Gst, GstRtspServer, GLib
            Gst.init(None)
            for name in ('x264enc', 'rtph264pay', 'videotestsrc'):
                if Gst.ElementFactory.find(name) is None:
                    print('missing ' + name, flush=True)
                    sys.exit(3)
            server = GstRtspServer.RTSPServer()
            server.set_address('127.0.0.1')
            server.set_service(sys.argv[1])
            factory = GstRtspServer.RTSPMediaFactory()
            factory.set_launch('( videotestsrc is-live=true ! video/x-raw,width=320,height=240,framerate=25/1 ! '
                'x264enc tune=zerolatency key-int-max=25 bitrate=300 ! rtph264pay name=pay0 pt=96 config-interval=1 )')
            factory.set_shared(True)
            server.get_mount_points().add_factory('/other', factory)
            server.attach(None)
            print('ready', flush=True)
            GLib.MainLoop().run()
            """;

    @TempDir
    Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void cameraOfAnotherMakeIsRecorded() throws Exception {
        Path script = Files.writeString(folder.resolve("server.py"), SERVER);
        int port = freePort();
        Process server;
        try {
            server = new ProcessBuilder("/usr/bin/python3", script.toString(), String.valueOf(port))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noPython) {
            Assumptions.abort("python3 is not installed");
            return;
        }
        try (var said = server.inputReader()) {
            Assumptions.assumeTrue("ready".equals(said.readLine()), "GStreamer's RTSP server is not installed");
            record(port);
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private void record(int port) throws Exception {
        Path archive = folder.resolve("archive");
        RecorderConfiguration configuration = RecorderFixture.configuration(archive, port, Duration.ofSeconds(2));
        Briefing camera =
                Briefing.of(Map.of(RecorderFixture.camera(0), new StreamAddress("127.0.0.1", port, "/other")));
        Recorder recorder = Recorder.start(configuration, camera, Clocks.ofMachine(), () -> {});
        RecorderFixture.await(
                "a hundred pictures", Duration.ofSeconds(30), () -> recorder.frames(RecorderFixture.camera(0)) > 100);
        recorder.close();
        List<Segment> segments = RecorderFixture.segments(archive, 0);
        assertTrue(segments.size() >= 2);
        for (Segment segment : segments) {
            Path file = archive.resolve(segment.path());
            assertEquals(320, segment.width());
            assertEquals(Optional.empty(), SegmentFile.check(file));
            assertEquals(String.valueOf(segment.frames()), Probe.ready().video(file, "nb_read_frames"));
            assertTrue(
                    segment.seal().clockOffsetMicros().isPresent() || segment.equals(segments.getFirst()),
                    "it reports its clock");
        }
    }
}
