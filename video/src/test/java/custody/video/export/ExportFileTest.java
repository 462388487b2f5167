package custody.video.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.media.MalformedMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
    private static final ExportFile.Proof PROOF = new ExportFile.Proof("a proof\n", "a key\n");

    @TempDir
    Path folder;

    private Path made;
    private Path file;

    @BeforeEach
    void export() throws IOException {
        made = folder.resolve("made");
        Files.createDirectories(made.resolve("originals"));
        Files.writeString(made.resolve("manifest.txt"), "export version=1\n");
        Files.write(made.resolve("footage.mp4"), bytes(3_000, 1));
        Files.write(made.resolve("originals/7.mp4"), bytes(2_000, 2));
        Files.write(made.resolve("originals/8.mp4"), bytes(10, 3));
        file = folder.resolve("footage.zip");
    }

    private static byte[] bytes(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private String pack() throws IOException {
        return ExportFile.pack(made, PROOF, file, done -> assertTrue(done >= 0 && done <= 1), () -> false);
    }

    @Test
    void isAZipThatAnyProgramOpens() throws IOException {
        String hash = pack();
        assertEquals(64, hash.length());
        try (var zip = new ZipFile(file.toFile())) {
            assertEquals(
                    List.of(
                            "manifest.txt",
                            "proof.txt",
                            "key.txt",
                            "footage.mp4",
                            "originals/7.mp4",
                            "originals/8.mp4"),
                    zip.stream().map(entry -> entry.getName()).toList());
            try (var in = zip.getInputStream(zip.getEntry("footage.mp4"))) {
                assertArrayEquals(bytes(3_000, 1), in.readAllBytes());
            }
        }
    }

    @Test
    void opensAsItWasMadeAndIsTheSameEachTime() throws IOException {
        String hash = pack();
        ExportFile.Opened opened = ExportFile.open(file, folder.resolve("opened"));
        assertEquals(PROOF, opened.proof());
        assertEquals(ExportFile.manifest(made), opened.manifest());
        assertArrayEquals(bytes(10, 3), Files.readAllBytes(folder.resolve("opened/originals/8.mp4")));
        Files.delete(file);
        assertEquals(hash, pack());
    }

    @Test
    void everyChangeIsRefused() throws IOException {
        pack();
        byte[] whole = Files.readAllBytes(file);
        long seed = 47;
        var random = new Random(seed);
        for (int i = 0; i < Effort.times(600, 20_000); i++) {
            Files.write(file, changed(whole, random));
            Path into = folder.resolve("opened");
            IOException refused = assertThrows(
                    IOException.class, () -> ExportFile.open(file, into), "change " + i + ", seed " + seed);
            assertInstanceOf(MalformedMedia.class, refused);
            remove(into);
        }
    }

    private static byte[] changed(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        byte[] changed = whole.clone();
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> Arrays.copyOf(whole, whole.length + 1 + random.nextInt(5));
            case 2 -> {
                System.arraycopy(whole, at, changed, 0, whole.length - at);
                changed[whole.length - 1] ^= 1;
                yield changed;
            }
            default -> {
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
        };
    }

    @Test
    void cancelledFileIsNotLeftBehind() {
        assertThrows(CancellationException.class, () -> ExportFile.pack(made, PROOF, file, done -> {}, () -> true));
        assertTrue(Files.notExists(file));
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
