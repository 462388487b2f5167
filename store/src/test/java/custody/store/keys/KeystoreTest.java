package custody.store.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Security;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Passphrase WORDS = new Passphrase.Given("three words chosen");
    private static final Passphrase BESIDE = new Passphrase.BesideKeystore();

    @TempDir
    private Path folder;

    @Test
    void secretsOpenAgainAfterARestartWhereverThePassphraseCameFrom() {
        for (Passphrase passphrase : new Passphrase[] {WORDS, BESIDE}) {
            Path file = folder.resolve(passphrase.getClass().getSimpleName()).resolve("keystore.p12");
            byte[] seed = made(file, passphrase);
            Keystore again = Keystore.open(file, passphrase, RANDOM);
            assertArrayEquals(seed, again.existingSignerSeed(1).orElseThrow());
            assertArrayEquals(
                    again.index("UA-1").token("x"),
                    Keystore.open(file, passphrase, RANDOM).index("ua-1").token("x"));
        }
    }

    /** The node may have added keys since: an older copy on top of them would lose them, and all that is under them. */
    @Test
    void whoeverOnlyReadsItLeavesTheFileAsItIs() throws IOException {
        Path file = folder.resolve("keystore.p12");
        made(file, WORDS);
        byte[] before = Files.readAllBytes(file);
        Keystore reading = Keystore.reading(file, WORDS, RANDOM);
        assertArrayEquals(
                reading.index("UA-1").token("x"), reading.index("ua-1").token("x"));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(java.util.Optional.empty(), reading.existingSignerSeed(7));
    }

    @Test
    void otherWordsDoNotOpenIt() {
        Path file = folder.resolve("keystore.p12");
        made(file, WORDS);
        StoreFault refused = assertThrows(
                StoreFault.class, () -> Keystore.open(file, new Passphrase.Given("three words chosem"), RANDOM));
        assertEquals(Code.KEYSTORE_WRONG, refused.code());
    }

    @Test
    void wordsOfPeopleAreStretchedByTenThousandRoundsAndRandomOnesAreNot() throws IOException {
        Path words = folder.resolve("words").resolve("keystore.p12");
        made(words, WORDS);
        Path random = folder.resolve("random").resolve("keystore.p12");
        made(random, BESIDE);
        assertEquals(2, tenThousands(words), "the entry's and the whole file's");
        assertEquals(0, tenThousands(random));
    }

    @Test
    void thePlatformsOwnSettingIsLeftAsItWas() {
        String before = Security.getProperty("keystore.pkcs12.macIterationCount");
        made(folder.resolve("keystore.p12"), BESIDE);
        String after = Security.getProperty("keystore.pkcs12.macIterationCount");
        assertEquals(before == null ? "" : before, after);
    }

    private static byte[] made(Path file, Passphrase passphrase) {
        Folders.own(file.resolveSibling(""));
        return Keystore.create(file, passphrase, RANDOM).signerSeed(1);
    }

    /** How often the DER integer 10,000 stands in the file. */
    private static int tenThousands(Path file) throws IOException {
        String hex = HexFormat.of().formatHex(Files.readAllBytes(file));
        return hex.split("02022710", -1).length - 1;
    }
}
