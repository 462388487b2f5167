package custody.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
}
