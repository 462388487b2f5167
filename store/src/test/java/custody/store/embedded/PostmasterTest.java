package custody.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
    @TempDir
    Path folder;

    /** Process numbers come round: the one that a killed server left in its folder is another cluster's server here. */
    @Test
    void theServerOfAnotherClusterIsNotTakenForOnesOwn() throws IOException {
        try (EmbeddedPostgres running = EmbeddedPostgres.start(folder.resolve("running"), new SecureRandom())) {
            Path its = folder.resolve("running/postgres/data").toAbsolutePath();
            assertEquals(
                    Optional.of(running.pid()), Postmaster.of(its).map(Postmaster::pid), "its own server is found");
            Path killed = Files.createDirectories(folder.resolve("killed/postgres/data"))
                    .toAbsolutePath();
            String left = Files.readString(its.resolve("postmaster.pid")).replace(its.toString(), killed.toString());
            assertTrue(left.startsWith(Long.toString(running.pid())), left);
            Files.writeString(killed.resolve("postmaster.pid"), left);
            assertEquals(Optional.empty(), Postmaster.of(killed));
        }
    }

    /** Killed together with its parent it stays in the system's list until somebody takes notice, in some containers for ever. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aServerThatEndedUnnoticedIsNotWaitedFor() throws Exception {
        Path data = folder.resolve("house/postgres/data").toAbsolutePath();
        EmbeddedPostgres.start(folder.resolve("house"), new SecureRandom()).close();
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 600").start();
        try (BufferedReader said = parent.inputReader()) {
            long dead = Long.parseLong(said.readLine());
            while (!Files.readString(Path.of("/proc/" + dead + "/stat")).contains(") Z ")) {
                Thread.onSpinWait();
            }
            Files.writeString(
                    data.resolve("postmaster.pid"),
                    String.join("\n", Long.toString(dead), data.toString(), "0", "5432", "", "", "", "ready", ""));
            assertEquals(Optional.empty(), Postmaster.of(data));
            try (EmbeddedPostgres anew = EmbeddedPostgres.start(folder.resolve("house"), new SecureRandom())) {
                assertNotEquals(dead, anew.pid());
            }
        } finally {
            parent.destroyForcibly();
        }
    }
}
