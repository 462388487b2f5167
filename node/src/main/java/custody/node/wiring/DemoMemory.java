package custody.node.wiring;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/** What a demo folder remembers between starts: the invented people's password, and how far their day was told. */
final class DemoMemory {
    private final Path file;

    DemoMemory(Path data) {
        this.file = data.resolve("demo.properties");
    }

    Optional<String> text(String name) throws IOException {
        return Optional.ofNullable(lines().getProperty(name));
    }

    void keep(String name, String text) throws IOException {
        Properties lines = lines();
        lines.setProperty(name, text);
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            lines.store(writer, null);
        }
    }

    private Properties lines() throws IOException {
        Properties lines = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                lines.load(reader);
            }
        }
        return lines;
    }
}
