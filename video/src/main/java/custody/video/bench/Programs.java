package custody.video.bench;

import custody.video.recorder.RecorderProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Programs of ours that a measurement starts, with this JVM's own Java and class path, and the folders they leave. */
final class Programs {
    private Programs() {}

    static Process java(int heapMegabytes, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-Xss256k",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The recorder as the node starts it. */
    static Process recorder(int cameras, Path configuration) throws IOException {
        var command = new ArrayList<>(RecorderProcess.commandOfThisJvm(cameras));
        command.add(configuration.toString());
        return RecorderProcess.prepared(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
