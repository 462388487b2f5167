package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.LastRecorded;
import custody.video.media.Codec;
import custody.video.media.Octets;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlChannelTest {
    @TempDir
    Path archive;

    @Test
    void nodeThatWasAwayGetsEveryEventOnceAndInOrder() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            RecorderConfiguration configuration =
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1));
            Recorder recorder = Recorder.start(configuration, Briefing.NONE, Clocks.ofMachine(), () -> {});
            var numbers = new CopyOnWriteArrayList<Long>();
            var verbs = new CopyOnWriteArrayList<String>();
            RecorderClient.Events events = (number, line) -> {
                verbs.add(line.verb());
                if (number > 0) {
                    numbers.add(number);
                }
            };
            try (var client = new RecorderClient(configuration.control(), 0, events)) {
                client.start();
                RecorderFixture.await("connected", Duration.ofSeconds(5), client::connected);
                assertEquals(
                        "refused",
                        client.ask(Line.of("camera").with("id", "Bad Name").with("url", cameras.url(0)))
                                .getLast()
                                .verb());
                assertEquals(
                        "refused",
                        client.ask(Line.of("camera").with("id", "cam-0").with("url", "http://x/"))
                                .getLast()
                                .verb());
                assertEquals("refused", client.ask(Line.of("dance")).getLast().verb());
                assertEquals(
                        "ok",
                        client.ask(Line.of("camera")
                                        .with("id", "cam-0")
                                        .with("url", cameras.url(0))
                                        .with("user", "u")
                                        .with("password", "s e%c=ret"))
                                .getLast()
                                .verb());
                assertEquals("ok", client.ask(Line.of("apply")).getLast().verb());
                RecorderFixture.await(
                        "synced is told", Duration.ofSeconds(10), () -> verbs.contains("fragment-synced"));
                List<Line> status = client.ask(Line.of("status"));
                assertEquals("camera-status", status.getFirst().verb());
                assertTrue(status.getFirst().number("frames") > 20);
            }
            long last = numbers.getLast();
            RecorderFixture.await(
                    "recording goes on", Duration.ofSeconds(10), () -> recorder.frames(RecorderFixture.camera(0)) > 80);
            try (var client = new RecorderClient(configuration.control(), last, events)) {
                client.start();
                RecorderFixture.await("connected", Duration.ofSeconds(5), client::connected);
                client.ask(Line.of("cut"));
                RecorderFixture.await(
                        "the cut segment is told", Duration.ofSeconds(10), () -> verbs.contains("segment-sealed"));
                assertEquals(
                        "ok",
                        client.ask(Line.of("ack").with("number", numbers.getLast()))
                                .getLast()
                                .verb());
            }
            recorder.close();
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(i + 1L, numbers.get(i));
            }
            assertTrue(Files.notExists(configuration.control()));
            try (var files = Files.walk(archive)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(p -> !p.toString().endsWith(".mp4"))
                        .toList()) {
                    assertTrue(!Files.readString(file).contains("ret"), "a password lies in " + file);
                }
            }
        }
    }

    private static RecorderClient connected(RecorderConfiguration to, RecorderClient.Events events)
            throws InterruptedException {
        var client = new RecorderClient(to.control(), 0, events);
        client.start();
        RecorderFixture.await("connected", Duration.ofSeconds(5), client::connected);
        return client;
    }

    private static Line asked(RecorderClient client, Line.Builder command) throws IOException {
        return client.ask(command).getLast();
    }

    private static Line.Builder camera(CameraSimulator cameras, int number) {
        return Line.of("camera").with("id", RecorderFixture.camera(number)).with("url", cameras.url(number));
    }

    @Test
    void camerasThatANodeHadBegunToTellWhenItWentAwayAreNotRecorded() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            RecorderConfiguration configuration =
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1));
            Recorder recorder = Recorder.start(configuration, Briefing.NONE, Clocks.ofMachine(), () -> {});
            try (RecorderClient first = connected(configuration, (_, _) -> {})) {
                assertEquals("ok", asked(first, camera(cameras, 0)).verb());
            }
            try (RecorderClient next = connected(configuration, (_, _) -> {})) {
                assertEquals("ok", asked(next, camera(cameras, 1)).verb());
                assertEquals("ok", asked(next, Line.of("apply")).verb());
                assertEquals(
                        Set.of(RecorderFixture.camera(1)), recorder.counters().keySet());
                assertEquals("false", asked(next, Line.of("status")).field("key-frames-only"));
            }
            recorder.close();
        }
    }

    /** A file of an earlier run whose reading lasts until somebody has opened it for writing. */
    private Path slowlyRead() throws Exception {
        Path day = Files.createDirectories(archive.resolve("cam-1").resolve("2026-11-01"));
        Path pipe = day.resolve("101010-000001.open.mp4");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    @Test
    void aListThatComesWhileFootageOfAnEarlierRunIsPutInOrderIsTheOneThatIsRecorded() throws Exception {
        Path pipe = slowlyRead();
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            RecorderConfiguration configuration =
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1));
            var recorder = new CompletableFuture<Recorder>();
            Thread.ofPlatform().start(() -> {
                try {
                    recorder.complete(
                            Recorder.start(configuration, RecorderFixture.all(cameras), Clocks.ofMachine(), () -> {}));
                } catch (IOException failed) {
                    recorder.completeExceptionally(failed);
                }
            });
            try (RecorderClient node = connected(configuration, (_, _) -> {})) {
                assertEquals("ok", asked(node, camera(cameras, 1)).verb());
                assertEquals(
                        "not recorded: cam-1", asked(node, Line.of("apply")).field("detail"), "it is asked again");
                Files.write(pipe, new byte[0]);
                Recorder started = recorder.get(10, TimeUnit.SECONDS);
                RecorderFixture.await(
                        "it records", Duration.ofSeconds(10), () -> started.frames(RecorderFixture.camera(1)) > 20);
                assertEquals(0, cameras.cameras().getFirst().connections(), "not even for a moment");
                started.close();
            }
        }
    }

    @Test
    void aCameraWhoseFolderCannotBeReadIsNamedIsAHoleAndIsTriedAgain() throws Exception {
        Instant end = Instant.parse("2026-11-01T10:00:00Z");
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            RecorderConfiguration configuration =
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1));
            Recorder recorder = Recorder.start(configuration, Briefing.NONE, Clocks.ofMachine(), () -> {});
            Path noFolder = Files.createDirectories(archive.resolve("cam-0")).resolve("2026-11-01");
            Files.writeString(noFolder, "");
            var states = new CopyOnWriteArrayList<String>();
            RecorderClient.Events events = (_, line) -> {
                if (line.verb().equals("camera-state") && line.field("camera").equals("cam-0")) {
                    states.add(line.field("state"));
                }
            };
            try (RecorderClient client = connected(configuration, events)) {
                var known = new LastRecorded(7, Octets.of(new byte[32]), end, 7);
                Line.Builder told = new Briefing(
                                Map.of(RecorderFixture.camera(0), RecorderFixture.stream(cameras, 0)),
                                Map.of(),
                                Map.of(RecorderFixture.camera(0), known))
                        .lines()
                        .values()
                        .iterator()
                        .next();
                for (int times = 0; times < 2; times++) {
                    assertEquals("ok", asked(client, told).verb());
                    assertEquals("ok", asked(client, camera(cameras, 1)).verb());
                    assertEquals(
                            "not recorded: cam-0",
                            asked(client, Line.of("apply")).field("detail"));
                }
                RecorderFixture.await("told", Duration.ofSeconds(5), () -> states.contains("not-written"));
                RecorderFixture.await(
                        "the other is recorded",
                        Duration.ofSeconds(10),
                        () -> recorder.frames(RecorderFixture.camera(1)) > 20);
                Files.delete(noFolder);
                asked(client, told);
                asked(client, camera(cameras, 1));
                assertEquals("ok", asked(client, Line.of("apply")).verb());
                RecorderFixture.await(
                        "it is recorded",
                        Duration.ofSeconds(10),
                        () -> recorder.frames(RecorderFixture.camera(0)) > 20);
            }
            recorder.close();
        }
        List<Line> journal = RecorderFixture.journal(archive);
        assertEquals(
                1,
                journal.stream()
                        .filter(line -> line.field("state").equals("failed"))
                        .count(),
                "it is tried again and again, and journalled once");
        List<Line> holes = journal.stream()
                .filter(line ->
                        line.verb().equals("gap") && line.field("camera").equals("cam-0"))
                .toList();
        assertEquals(2, holes.size());
        for (Line hole : holes) {
            assertEquals("disk", hole.field("cause"));
            assertEquals(end.toString(), hole.field("from"));
        }
        assertEquals(8, RecorderFixture.segments(archive, 0).getFirst().sequence());
    }

    @Test
    void secondRecorderOnTheSameArchiveIsRefused() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            boolean refused = false;
            try {
                RecorderFixture.record(archive, cameras, Duration.ofMinutes(1)).close();
            } catch (IOException | OverlappingFileLockException held) {
                refused = true;
            }
            recorder.close();
            assertTrue(refused);
        }
    }

    @Test
    void tornLastLineOfTheJournalIsCutOff() throws Exception {
        Path folder = archive.resolve("journal");
        try (Journal journal = Journal.open(folder)) {
            journal.append("one");
            journal.append("two");
        }
        Path file = folder.resolve("000000000001.journal");
        Files.writeString(file, Files.readString(file) + "3 thr");
        try (Journal journal = Journal.open(folder)) {
            assertEquals(3, journal.next());
            journal.append("three");
            assertEquals(List.of("2 two", "3 three"), journal.from(2, 10));
        }
    }
}
