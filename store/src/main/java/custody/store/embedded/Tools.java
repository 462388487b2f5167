package custody.store.embedded;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs; what they say goes to the server's log. */
final class Tools {
    private static final int SECONDS = 120;
    private static final int TAIL = 600;

    private final Path binaries;
    private final Path log;
    private final Privilege privilege;

    Tools(Path binaries, Path log, Privilege privilege) {
        this.binaries = binaries;
        this.log = log;
        this.privilege = privilege;
    }

    /** Runs a program to its end and answers its exit code. */
    int run(String tool, List<String> arguments) {
        return run(privilege.command(binaries.resolve("bin").resolve(tool), arguments));
    }

    /** Gives files to the user that the server runs as, where that is another. */
    void handOver(Path path) {
        if (privilege == Privilege.NOBODY && run(List.of("chown", "-R", "65534:65534", path.toString())) != 0) {
            throw new StoreFault(Code.FOLDER_UNUSABLE, "cannot give " + path + " to the database's user");
        }
    }

    private int run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.directory(Path.of("/").toFile());
        try {
            Process process = builder.start();
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new StoreFault(
                    Code.DATABASE_UNAVAILABLE, "PostgreSQL gave no answer for " + SECONDS + " s; its log is " + log);
        } catch (IOException absent) {
            throw new StoreFault(Code.BINARIES_MISSING, "cannot run " + command.getFirst() + ": " + absent, absent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreFault(Code.DATABASE_UNAVAILABLE, "interrupted while PostgreSQL started", interrupted);
        }
    }

    /** The fault of a program that failed, with the end of the log: disk full where the log says so. */
    StoreFault failed(String what) {
        String end = tail();
        if (Folders.full(end)) {
            return new StoreFault(
                    Code.DISK_FULL, "no space left on the disk of " + log.getParent() + "; free some and start again");
        }
        return new StoreFault(Code.DATABASE_UNAVAILABLE, "PostgreSQL " + what + "; its log " + log + " ends:\n" + end);
    }

    private String tail() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - TAIL));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
