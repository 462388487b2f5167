package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.StorageUnavailable;
import custody.store.check.CheckReport;
import custody.store.keys.Passphrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The data folder's disk is full while desks write: a memory disk of its own, for which the test must be root. */
class DiskFullTest {
    private static final String SIZE = "360m";
    private static final int DESKS = 4;

    private final Path disk = TestStores.folder("disk");

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        Files.createDirectories(disk);
        Ended mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=0755", "tmpfs", disk.toString());
        Assumptions.assumeTrue(mounted.exit() == 0, "cannot mount a small disk here: " + mounted.output());
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "-l", disk.toString());
    }

    private record Ended(int exit, String output) {}

    private static Ended run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Ended(process.waitFor(), output);
    }

    @Test
    void aFullDiskIsSaidAndLosesNothingAndWorkGoesOnWhenThereIsRoomAgain() throws Exception {
        Path folder = disk.resolve("data");
        Path filler = disk.resolve("filler");
        try (Store store = Store.open(TestStores.settings(folder));
                Desks desks = Desks.open(store, DESKS)) {
            for (int round = 1; round <= (Boolean.getBoolean("custody.long") ? 10 : 2); round++) {
                desks.awaitWritten(50, Duration.ofSeconds(30));
                fill(filler);
                desks.awaitRefused(20, Duration.ofSeconds(90));
                assertThrows(
                        StorageUnavailable.class,
                        () -> store.records().whiteboard(Samples.HOME, Samples.READING),
                        "a look that cannot be recorded is not given");
                assertEquals(java.util.Optional.empty(), store.trouble(), "a full disk is no damage");
                Files.delete(filler);
                desks.awaitWritten(50, Duration.ofSeconds(60));
            }
            desks.requireAll();
        }
        CheckReport report =
                FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore());
        assertEquals(List.of(), report.discoveries());
        assertTrue(report.records() == DESKS, report.lines().toString());
    }

    /** Takes all room there is, to the last block. */
    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("No space"), full.getMessage());
        }
    }
}
