package custody.node.commands;

import custody.node.configuration.Settings;
import custody.node.configuration.SettingsFile;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a data folder says of itself: whether its people are real, and whose ledger it keeps. Written once. */
final class DataFolder {
    private static final String NAME = "node.properties";

    private DataFolder() {}

    /** Claims a new folder for these settings, or refuses one that holds something else. */
    static void claim(Settings settings) throws IOException {
        Path marker = settings.data().resolve(NAME);
        if (!Files.exists(marker)) {
            Files.createDirectories(settings.data());
            write(marker, settings);
            return;
        }
        Properties held = read(marker);
        boolean demo = held.getProperty("kind", "").equals("demo");
        if (demo != settings.demo()) {
            throw new IOException(
                    demo
                            ? "this folder holds the demo's invented people; real work needs a folder of its own (--data DIR)"
                            : "this folder holds real data; the demo needs a folder of its own (--data DIR)");
        }
    }

    /** The settings of the node that this folder belongs to; the file adds database and passphrase where they are not in the folder. */
    static Settings settings(Path data, @Nullable Path config, @Nullable Integer port) throws IOException {
        Path marker = data.resolve(NAME);
        if (!Files.exists(marker)) {
            throw new IOException(data + " is not a data folder");
        }
        Properties held = read(marker);
        return new SettingsFile(config)
                .withFacility(held.getProperty("facility", ""))
                .settings(data, port, held.getProperty("kind", "").equals("demo"));
    }

    /** Whether somebody ran a node here before. */
    static boolean known(Path data) {
        return Files.exists(data.resolve(NAME));
    }

    private static void write(Path marker, Settings settings) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("kind", settings.demo() ? "demo" : "real");
        lines.setProperty("facility", settings.facility().toString());
        try (Writer writer = Files.newBufferedWriter(marker)) {
            lines.store(writer, null);
        }
    }

    private static Properties read(Path marker) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(marker)) {
            lines.load(reader);
        }
        return lines;
    }
}
