package custody.node.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be configured, and what the person at the terminal is told. */
class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFileTheDefaultsHold() {
        Settings settings = new SettingsFile(null).settings(null, null, false);
        assertEquals(8443, settings.port());
        assertEquals("0.0.0.0", settings.bind());
        assertEquals("data", String.valueOf(settings.data().getFileName()));
        assertInstanceOf(Settings.Tls.Internal.class, settings.tls());
        assertEquals("ua", settings.rulePack());
    }

    @Test
    void anotherRulePackCanJudge() throws IOException {
        Settings settings = new SettingsFile(file("rule-pack = gb-ew-pace\n")).settings(null, null, false);
        assertEquals("gb-ew-pace", settings.rulePack());
    }

    @Test
    void theDemoListensOnThisMachineAloneAndHasItsOwnFolder() {
        Settings settings = new SettingsFile(null).settings(null, null, true);
        assertEquals("127.0.0.1", settings.bind());
        assertEquals("demo-data", String.valueOf(settings.data().getFileName()));
        assertEquals("UA26-0007", settings.facility().code());
    }

    @Test
    void theCommandLineWinsOverTheFile() throws IOException {
        Settings settings = new SettingsFile(file("port = 9000\ndata = elsewhere\n")).settings(folder, 7000, false);
        assertEquals(7000, settings.port());
        assertEquals(folder.toAbsolutePath(), settings.data());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot = 1 | prot",
                "port = many | port",
                "port = 70000 | port",
                "facility = lower case | facility",
                "tls = maybe | tls",
                "video.least-days = 89 | video.least-days",
                "tls = files | tls.certificate",
                "database.url = jdbc:postgresql://localhost/custody | database.user"
            })
    void aWrongSettingIsNamed(String line, String name) throws IOException {
        Path file = file(line + "\n");
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> new SettingsFile(file).settings(null, null, false));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(name + ":"), wrong.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing");
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> new SettingsFile(missing));
        assertTrue(String.valueOf(wrong.getMessage()).contains("missing"));
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("config"), lines);
    }
}
