package custody.video.recorder;

import static custody.video.recorder.RecorderFixture.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal never hinders recording, whatever its disk makes of it. */
class DamagedJournalTest {
    private static final int LINES = 40;

    @TempDir
    Path archive;

    private Path folder() {
        return archive.resolve("journal");
    }

    private Path first() {
        return folder().resolve("000000000001.journal");
    }

    private static void overwrite(Path file, long at, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private void lines() throws IOException {
        try (Journal journal = Journal.open(folder())) {
            for (int i = 1; i <= LINES; i++) {
                journal.append("gap camera=cam-" + i);
            }
        }
    }

    /** Zeros as of a block that never reached the disk, bytes that are no text, a digit of a number that became another. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "\u00ff\u00fe", "9"})
    void whatMakesNoSenseIsSteppedOverAndTheRestIsReadInOrder(String rubbish) throws IOException {
        lines();
        byte[] damage = rubbish.getBytes(StandardCharsets.ISO_8859_1);
        String text = Files.readString(first());
        overwrite(first(), text.indexOf("20 gap"), damage);
        Files.writeString(folder().resolve("copy.journal"), "somebody put this here");
        try (Journal journal = Journal.open(folder())) {
            assertEquals(List.of("000000000001.journal"), journal.newDamage());
            assertEquals(List.of(), journal.newDamage(), "it is told once");
            String next = journal.append("recorder-started");
            List<String> all = journal.from(1, 1_000);
            assertEquals(next, all.getLast());
            List<Long> numbers = all.stream().map(JournalFile::number).toList();
            assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
            assertTrue(numbers.getLast() > LINES, "no number the node may know is used again");
            assertTrue(all.contains("19 gap camera=cam-19"));
            assertTrue(all.contains("40 gap camera=cam-40"));
            assertTrue(all.size() >= LINES - 3, all.toString());
        }
    }

    @Test
    void aRecorderRecordsAndTellsItsNodeOverADamagedJournal() throws Exception {
        lines();
        overwrite(first(), 200, new byte[100]);
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            RecorderConfiguration configuration =
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1));
            Recorder recorder =
                    Recorder.start(configuration, RecorderFixture.all(cameras), Clocks.ofMachine(), () -> {});
            var told = new CopyOnWriteArrayList<String>();
            try (RecorderClient node = new RecorderClient(
                    configuration.control(),
                    10,
                    (_, line) -> told.add(line.verb() + " " + line.field("state") + line.field("camera")))) {
                node.start();
                RecorderFixture.await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) > 20);
                RecorderFixture.await(
                        "the node hears of it",
                        Duration.ofSeconds(5),
                        () -> told.contains("disk journal-damaged") && told.contains("segment-opened cam-0"));
                assertTrue(told.contains("gap cam-40"), "and gets what can be read");
            }
            recorder.close();
        }
    }

    /** Where the folder is moved away, what is open can be written and nothing can be created. */
    @Test
    void aJournalThatCannotBeginAnotherFileGoesOnAndWritesEachLineOnce() throws Exception {
        String filling = "gap detail=" + "x".repeat(7_000);
        int count = 5 * 1024 * 1024 / 7_000;
        Path away = archive.resolve("away");
        var written = new ArrayList<String>();
        try (Journal journal = Journal.open(folder())) {
            written.add(journal.append(filling));
            Files.move(folder(), away);
            for (int i = 0; i < count; i++) {
                written.add(journal.append(filling));
            }
            Files.move(away, folder());
            written.add(journal.append(filling));
            written.add(journal.append(filling));
        }
        try (Journal journal = Journal.open(folder())) {
            assertEquals(written, journal.from(1, 10_000));
            try (Stream<Path> files = Files.list(folder())) {
                assertEquals(2, files.count(), "another file was begun when it could be");
            }
        }
    }

    @Test
    void aJournalThatCannotBeginItsFirstFileTakesTheLinesLater() throws Exception {
        Path away = archive.resolve("away");
        try (Journal journal = Journal.open(folder())) {
            var events = new JournalledEvents(journal, Clocks.ofMachine());
            Files.move(folder(), away);
            events.disk("one", "");
            events.disk("two", "");
            Files.move(away, folder());
            events.writeWaiting();
            assertEquals(List.of("1 disk state=one detail=", "2 disk state=two detail="), journal.from(1, 10));
        }
    }

    private static String hole(int number) {
        return "gap camera=cam-%d from=%d to=%d cause=disk detail=d".formatted(number % 2, number, number + 1);
    }

    @Test
    void holesWaitHoweverManyOtherLinesDo() {
        var waiting = new WaitingLines(100);
        waiting.add(hole(1));
        waiting.add("gap-opened camera=cam-1 from=3 cause=disk detail=d");
        IntStream.range(0, 1_000).forEach(i -> waiting.add("camera-state camera=cam-0 detail=" + i));
        List<String> all = taken(waiting);
        assertEquals(hole(1), all.getFirst());
        assertEquals("gap-opened camera=cam-1 from=3 cause=disk detail=d", all.get(1));
        assertEquals("camera-state camera=cam-0 detail=999", all.getLast());
        assertTrue(all.size() <= 100);
    }

    @Test
    void tooManyHolesBecomeFewerAndCoverTheSameTime() {
        var waiting = new WaitingLines(100);
        for (int i = 0; i < 5_000; i++) {
            waiting.add("gap-opened camera=cam-%d from=%d cause=disk detail=d".formatted(i % 2, i));
            waiting.add(hole(i));
        }
        waiting.add("gap-opened camera=cam-0 from=6000 cause=disk detail=d");
        List<String> all = taken(waiting);
        assertTrue(all.size() <= 101);
        assertEquals("gap-opened camera=cam-0 from=6000 cause=disk detail=d", all.getLast());
        for (int i = 0; i < 5_000; i++) {
            long from = i;
            String camera = "cam-" + i % 2;
            assertTrue(
                    all.stream()
                            .map(text -> Line.parse(text).orElseThrow())
                            .anyMatch(line -> line.field("camera").equals(camera)
                                    && line.number("from") <= from
                                    && line.number("to") >= from + 1),
                    camera + " " + from);
        }
    }

    private static List<String> taken(WaitingLines waiting) {
        var all = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            all.add(waiting.first());
            waiting.removeFirst();
        }
        return all;
    }
}
