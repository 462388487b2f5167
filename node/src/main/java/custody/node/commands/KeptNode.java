package custody.node.commands;

import custody.node.wiring.ControlSocket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A node that the launcher starts again as soon as it is gone, as long as there is a file {@code keep-running} in the
 * folder. It can be killed with its database.
 */
final class KeptNode {
    private static final String KEEP = "keep-running";
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long PAUSE_NANOS = 2_000_000L;

    private final URI url;

    private KeptNode(URI url) {
        this.url = url;
    }

    /** Waits until the node of this folder answers. */
    static KeptNode await(Path data) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Optional<String> url = ControlSocket.ask(data, "url");
        while (url.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("no node is started on " + data + "; type ./custody bench restart");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            url = ControlSocket.ask(data, "url");
        }
        return new KeptNode(URI.create(url.get()));
    }

    URI url() {
        return url;
    }

    /** Kills program and database at once, as a power cut would; answers when, in {@link System#nanoTime}. */
    static long kill(Path data) throws IOException {
        List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle.of(firstLine(data, "postgres/data/postmaster.pid")).ifPresent(server -> {
            all.add(server);
            all.addAll(server.descendants().toList());
        });
        ProcessHandle.of(firstLine(data, "node.lock")).ifPresent(all::add);
        long now = System.nanoTime();
        all.reversed().forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        return now;
    }

    private static long firstLine(Path data, String file) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve(file)).getFirst().strip());
    }

    /** Whether the launcher is to keep a node running here. */
    static boolean wanted(Path data) {
        return Files.exists(data.resolve(KEEP));
    }

    /** From now on the launcher starts it whenever it is gone. */
    static void want(Path data) throws IOException {
        Files.writeString(data.resolve(KEEP), "");
    }

    /** From now on it is not started again. */
    static void leave(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(KEEP));
    }
}
