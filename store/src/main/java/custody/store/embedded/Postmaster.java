package custody.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid}.
 *
 * @param pid its process
 * @param port where it listens on the loopback
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The server whose process lives and works on this cluster; empty if none does. */
    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE || !lines.get(1).equals(data.toString())) {
                return Optional.empty();
            }
            Postmaster found = new Postmaster(
                    Long.parseLong(lines.getFirst().strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready"));
            return found.alive() && found.worksOn(data) ? Optional.of(found) : Optional.empty();
        } catch (IOException | NumberFormatException noneOrHalfWritten) {
            return Optional.empty();
        }
    }

    /**
     * Whether the process lives and is a postgres: after a reboot its number may be somebody else's. One whose program was
     * replaced or taken away on the disk, by an update say, lives on; Linux then says so behind the name.
     */
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres") || command.endsWith("/postgres (deleted)"))
                        .orElse(true))
                .orElse(false);
    }

    /**
     * Whether it was started on this cluster. Numbers come round, and where several clusters run the process of a killed
     * server is easily another's by now: that one must not be stopped. Where a system does not tell, it counts as ours.
     */
    private boolean worksOn(Path data) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .map(arguments -> List.of(arguments).contains(data.toString()))
                .orElse(true);
    }
}
