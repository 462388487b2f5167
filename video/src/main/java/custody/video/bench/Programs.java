package custody.video.bench;

import custody.video.recorder.Briefing;
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

    /** The recorder as the node starts it, recording into the folder {@code archive} of that one. */
    static Process recorder(Path folder, int port, Briefing cameras) throws IOException {
        Path archive = Files.createDirectories(folder.resolve("archive"));
        Path configuration = Files.write(
                folder.resolve("recorder.properties"),
                List.of("archive=" + archive, "networks=127.0.0.0/8", "ports=" + port));
        var command = new ArrayList<>(
                RecorderProcess.commandOfThisJvm(cameras.cameras().size()));
        command.add(configuration.toString());
        Process recorder = RecorderProcess.prepared(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        RecorderProcess.tell(recorder, cameras);
        return recorder;
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
