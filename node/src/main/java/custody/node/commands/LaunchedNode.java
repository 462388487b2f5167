package custody.node.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node that was started as people start it, by the launcher, and can be killed with its database. */
final class LaunchedNode {
    private static final String READY = "Ready: ";

    private final Path data;
    private final Process process;
    private final URI url;

    private LaunchedNode(Path data, Process process, URI url) {
        this.data = data;
        this.process = process;
        this.url = url;
    }

    /** Starts {@code custody run} on this folder, on a free port; returns when it says that it is ready. */
    static LaunchedNode start(Path data) throws IOException {
        String launcher = System.getenv("CUSTODY_LAUNCHER");
        if (launcher == null) {
            throw new IOException("a node is started by the launcher: type ./custody bench …");
        }
        Process process = new ProcessBuilder(launcher, "run", "--data", data.toString(), "--port", "0")
                .redirectErrorStream(true)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return new LaunchedNode(
                        data, process, URI.create(line.substring(READY.length()).strip()));
            }
        }
        throw new IOException("the node did not become ready; it said\n" + String.join("\n", said));
    }

    URI url() {
        return url;
    }

    /** Kills program and database at once, as a power cut would; returns when they are gone. */
    void kill() throws IOException {
        String postmaster = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                .getFirst()
                .strip();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        ProcessHandle.of(Long.parseLong(postmaster)).ifPresent(server -> {
            all.add(server);
            all.addAll(server.descendants().toList());
        });
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        all.forEach(handle -> handle.onExit().join());
    }
}
