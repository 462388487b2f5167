package custody.node.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the logging (logback.xml) where its file is; must be told before anything logs. */
final class LogFile {
    private LogFile() {}

    static void in(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("logs"));
        System.setProperty("custody.logs", folder.toString());
        System.setProperty("custody.log", "node.log");
    }
}
