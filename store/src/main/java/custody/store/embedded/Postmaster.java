package custody.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid}.
 *
 * @param pid its process
 * @param port where it listens on the loopback
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {
    private static final String WORD = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The server whose process lives and works on this cluster; empty if none does. */
    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(WORD));
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
        return !dead(pid)
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(process -> process.info()
                                .command()
                                .map(command ->
                                        command.endsWith("/postgres") || command.endsWith("/postgres (deleted)"))
                                .orElse(true))
                        .orElse(false);
    }

    /**
     * Takes away the word of a server whose process ended and still stands in the system's list, because whoever should take
     * notice of its end has not yet, or never does, as the first process of many a container. PostgreSQL's own programs
     * take it for alive: they wait for its end and then refuse to start another. What it shared with processes that live on
     * is looked at by the new server itself.
     */
    static void clearAwayTheDead(Path data) throws IOException {
        Path word = data.resolve(WORD);
        try {
            if (dead(Long.parseLong(Files.readAllLines(word).getFirst().strip()))) {
                Files.delete(word);
            }
        } catch (NoSuchFileException | NumberFormatException | NoSuchElementException noneOrHalfWritten) {
            // PostgreSQL deals with these itself.
        }
    }

    /** Whether a process ended and nobody took notice of it; Linux alone says so (proc_pid_stat(5): {@code Z}, {@code X}). */
    private static boolean dead(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return "ZX".indexOf(status.charAt(status.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException | StringIndexOutOfBoundsException goneOrNotLinux) {
            return false;
        }
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
