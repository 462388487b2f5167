package custody.node.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running node as a process of its own. */
public final class NodeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Process process;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final ConcurrentLinkedQueue<String> printed = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    private NodeProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("node-output").start(this::read);
    }

    /** Starts {@code run} on a data folder; returns when it says that it is ready. */
    public static NodeProcess start(Path data, String... options) throws IOException, InterruptedException {
        return startAt(data, 0, options);
    }

    /** As {@link #start}, on a port of the caller's choice. */
    static NodeProcess startAt(Path data, int port, String... options) throws IOException, InterruptedException {
        NodeProcess node = launchAt(data, port, options);
        node.url();
        return node;
    }

    /** As {@link #startAt}, but does not wait until it is ready. */
    static NodeProcess launchAt(Path data, int port, String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--data", data.toString(), "--port", Integer.toString(port)));
        arguments.addAll(List.of(options));
        return new NodeProcess(data, launch(arguments));
    }

    /** Runs a command to its end and gives its exit code and all that it printed. */
    public static Ended command(String... arguments) throws IOException, InterruptedException {
        Process process = launch(List.of(arguments));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    public URI url() throws InterruptedException {
        try {
            return ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the node did not become ready; it printed\n" + output(), failed);
        }
    }

    Path data() {
        return data;
    }

    String output() {
        return String.join("\n", printed);
    }

    /** Kills the program and its database at once, as a power cut would. */
    void kill() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        database().ifPresent(all::add);
        all.addAll(all.stream().flatMap(ProcessHandle::descendants).toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        for (ProcessHandle handle : all) {
            handle.onExit().join();
        }
    }

    /** Kills the program alone: the database is left an orphan. */
    void killProgramOnly() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server of this folder. A killed one's number may be another's by now, whom it must not hit. */
    Optional<ProcessHandle> database() {
        Path cluster = data.toAbsolutePath().resolve("postgres").resolve("data");
        try {
            return ProcessHandle.of(Long.parseLong(firstLine(cluster.resolve("postmaster.pid"))))
                    .filter(server -> server.info()
                            .arguments()
                            .map(arguments -> List.of(arguments).contains(cluster.toString()))
                            .orElse(false));
        } catch (NumberFormatException gone) {
            return Optional.empty();
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).getFirst().strip();
        } catch (IOException gone) {
            return "none";
        }
    }

    private static Process launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Duser.timezone=Pacific/Chatham",
                "-Duser.language=tr",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "custody.node.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (line.startsWith("Ready: ")) {
                    ready.complete(URI.create(line.substring("Ready: ".length()).strip()));
                }
            }
        } catch (IOException closed) {
            printed.add("(output ended: " + closed.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("the process ended"));
    }

    /** How a command ended. */
    public record Ended(int exit, String output) {}
}
