package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is one line at the console and exit code 1; put right, the folder is as before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartingIT {
    @TempDir
    static Path folder;

    private Path data;

    @BeforeAll
    void prepare() throws IOException {
        data = new PreparedFolder(folder.resolve("data")).data();
    }

    private void refused(String... words) throws IOException, InterruptedException {
        for (List<String> command :
                List.of(List.of("run", "--data", data.toString(), "--port", "0"), List.of("check", data.toString()))) {
            NodeProcess.Ended ended = NodeProcess.command(command.toArray(String[]::new));
            assertEquals(1, ended.exit(), ended.output());
            List<String> lines = ended.output().strip().lines().toList();
            assertEquals(1, lines.size(), ended.output());
            assertTrue(lines.getFirst().startsWith("custody: "), ended.output());
            for (String word : words) {
                assertTrue(lines.getFirst().contains(word), ended.output());
            }
            assertFalse(ended.output().contains("Exception"), ended.output());
        }
    }

    private void agrees() throws IOException, InterruptedException {
        NodeProcess.Ended check = NodeProcess.command("check", data.toString());
        assertEquals(0, check.exit(), check.output());
    }

    @Test
    void aKeystoreThatIsMissingIsSaidAndNothingIsMadeInItsPlace() throws IOException, InterruptedException {
        Path keystore = data.resolve("keystore.p12");
        Path away = Files.move(keystore, folder.resolve("away.p12"));
        refused("keystore", keystore.toString(), "missing");
        assertTrue(Files.notExists(keystore), "no new keystore beside old records");
        Files.move(away, keystore);
        agrees();
    }

    @Test
    void aKeystoreThatIsLockedByAnotherPassphraseIsSaid() throws IOException, InterruptedException {
        Path passphrase = data.resolve("keystore.passphrase");
        String right = Files.readString(passphrase);
        Files.writeString(passphrase, "another passphrase");
        refused("keystore", "passphrase");
        Files.writeString(passphrase, right);
        agrees();
    }

    @Test
    void aKeystoreThatIsDamagedIsSaid() throws IOException, InterruptedException {
        Path keystore = data.resolve("keystore.p12");
        byte[] right = Files.readAllBytes(keystore);
        Files.writeString(keystore, "not a keystore");
        refused("keystore", "damaged");
        Files.write(keystore, right);
        agrees();
    }

    @Test
    void theKeystoreOfAnotherFolderIsSaid() throws IOException, InterruptedException {
        Path other = new PreparedFolder(folder.resolve("other")).data();
        List<String> files = List.of("keystore.p12", "keystore.passphrase");
        for (String file : files) {
            Files.copy(data.resolve(file), folder.resolve(file));
            Files.copy(other.resolve(file), data.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        NodeProcess.Ended run = NodeProcess.command("run", "--data", data.toString(), "--port", "0");
        assertEquals(1, run.exit(), run.output());
        assertTrue(
                run.output().strip().matches("custody: the keystore does not hold the signing key .*"), run.output());
        NodeProcess.Ended check = NodeProcess.command("check", data.toString());
        assertEquals(2, check.exit(), check.output());
        for (String file : files) {
            Files.move(folder.resolve(file), data.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        agrees();
    }
}
