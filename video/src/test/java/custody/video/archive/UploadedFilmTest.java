package custody.video.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.archive.UploadedFilm.Inspected;
import custody.video.archive.Uploads.Reason;
import custody.video.ffmpeg.Probe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a film of a body or vehicle camera says of itself. */
class UploadedFilmTest {
    private static final String FRAGMENTS = "frag_keyframe+empty_moov";

    @TempDir
    Path folder;

    /** Three seconds and two fifths, 25 pictures a second, sound of another length beside them. */
    private Path film(String flags, String... more) throws IOException, InterruptedException {
        Path film = folder.resolve("film.mp4");
        var command = new ArrayList<>(List.of(
                Probe.ready().programs().ffmpeg().toString(),
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "sine=duration=2",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=160x120:r=25:d=3.4",
                "-c:a",
                "aac",
                "-c:v",
                "libopenh264",
                "-g",
                "25",
                "-pix_fmt",
                "yuv420p",
                "-movflags",
                flags));
        command.addAll(List.of(more));
        command.add(film.toString());
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        return film;
    }

    private static Duration length(Path film) throws IOException {
        return assertInstanceOf(Inspected.Film.class, UploadedFilm.inspect(film))
                .film()
                .length();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "faststart",
                FRAGMENTS,
                "frag_keyframe",
                "frag_keyframe+delay_moov",
                "frag_keyframe+empty_moov+default_base_moof",
                "frag_every_frame+empty_moov+omit_tfhd_offset",
                "dash+global_sidx"
            })
    void saysHowLongItIsHoweverItIsWritten(String flags) throws Exception {
        Duration length = length(film(flags));
        Duration off = length.minus(Duration.ofMillis(3_400)).abs();
        assertTrue(off.compareTo(Duration.ofMillis(60)) <= 0, flags + ": " + length);
    }

    @Test
    void isAsLongAsFromItsFirstPictureWhereADevicesClockDoesNotBeginAtZero() throws Exception {
        Duration length = length(film(FRAGMENTS, "-output_ts_offset", "5000", "-avoid_negative_ts", "disabled"));
        assertTrue(length.compareTo(Duration.ofSeconds(10)) < 0, length.toString());
    }

    @Test
    void aFilmWhoseFragmentsSayNothingSoundIsOfUnknownLength() throws Exception {
        byte[] film = Files.readAllBytes(film(FRAGMENTS));
        int run = indexOf(film, "trun");
        for (long samples : new long[] {0xffffffffL, 0x7fffffffL, 10_000_001}) {
            ByteBuffer.wrap(film).putInt(run + 8, (int) samples);
            assertEquals(Duration.ZERO, length(Files.write(folder.resolve("hostile.mp4"), film)));
        }
    }

    private static int indexOf(byte[] film, String type) {
        byte[] wanted = type.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + 4 <= film.length; at++) {
            if (ByteBuffer.wrap(film, at, 4).equals(ByteBuffer.wrap(wanted))) {
                return at;
            }
        }
        throw new AssertionError("no " + type);
    }

    @Test
    void damagedHeadsNeverFailAndNeverMakeAFilmOfWeeks() throws Exception {
        byte[] film = Files.readAllBytes(film(FRAGMENTS));
        Path damaged = folder.resolve("damaged.mp4");
        int heads = indexOf(film, "mdat");
        long seed = 20_261_126;
        var random = new Random(seed);
        for (int turn = 0; turn < Effort.times(2_000, 50_000); turn++) {
            byte[] bytes = film.clone();
            for (int times = 1 + random.nextInt(6); times > 0; times--) {
                int at = random.nextBoolean() ? random.nextInt(heads) : random.nextInt(bytes.length);
                bytes[at] = (byte) random.nextInt(256);
            }
            switch (UploadedFilm.inspect(Files.write(damaged, bytes))) {
                case Inspected.Film(var read) ->
                    assertTrue(read.length().compareTo(Duration.ofDays(7)) < 0, "seed " + seed + ", turn " + turn);
                case Inspected.Refused(var reason) ->
                    assertTrue(reason != Reason.NO_ROOM, "seed " + seed + ", turn " + turn);
            }
        }
    }

    /** One fragment a picture are two boxes a picture: a day at 25 pictures a second, four gibibytes, has 4.3 millions. */
    @Test
    void aDayOfFragmentsOfOnePictureEachHasNotTooManyBoxes() {
        assertTrue(UploadedFilm.mostBoxes(4L << 30) > 2L * 24 * 3_600 * 25);
    }

    @Test
    void aFileOfFarTooManyBoxesIsRefusedWithAReasonOfItsOwn() throws Exception {
        var bytes = ByteBuffer.allocate(8 * 110_000);
        bytes.putInt(16).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        while (bytes.hasRemaining()) {
            bytes.putInt(8).put("free".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(
                Reason.TOO_MANY_PARTS,
                assertInstanceOf(
                                Inspected.Refused.class,
                                UploadedFilm.inspect(Files.write(folder.resolve("pieces.mp4"), bytes.array())))
                        .reason());
    }

    @Test
    void aFileOfNothingButBoxesIsRefused() throws Exception {
        var bytes = ByteBuffer.allocate(16 * 1_000);
        bytes.putInt(16).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        while (bytes.hasRemaining()) {
            bytes.putInt(8).put("free".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(
                Reason.CUT_OFF,
                assertInstanceOf(
                                Inspected.Refused.class,
                                UploadedFilm.inspect(Files.write(folder.resolve("boxes.mp4"), bytes.array())))
                        .reason());
    }
}
