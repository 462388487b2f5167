package custody.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How to run PostgreSQL, which refuses to run as root. */
enum Privilege {
    /** An ordinary user: directly. */
    DIRECT(""),
    /** Root, in a user namespace of its own where it has no name and no power; the folder may be 0700. */
    NAMESPACE("unshare -U "),
    /** Root where namespaces are forbidden (containers): as nobody; the folder must be traversable for all. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups -- ");

    private static final Pattern WORDS = Pattern.compile(" ");

    private final String prefix;

    Privilege(String prefix) {
        this.prefix = prefix;
    }

    /** The command line that runs a tool this way. */
    List<String> command(Path tool, List<String> arguments) {
        List<String> command = new ArrayList<>();
        WORDS.splitAsStream(prefix).forEach(command::add);
        command.removeIf(String::isEmpty);
        command.add(tool.toString());
        command.addAll(arguments);
        return command;
    }

    /** What this process has to do; -Dcustody.postgres.privilege chooses for tests. */
    static Privilege ofThisProcess() {
        String forced = System.getProperty("custody.postgres.privilege");
        if (forced != null) {
            return valueOf(forced);
        }
        return !root() ? DIRECT : namespaces() ? NAMESPACE : NOBODY;
    }

    private static boolean root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean namespaces() {
        try {
            Process probe = new ProcessBuilder("unshare", "-U", "id", "-u")
                    .redirectErrorStream(true)
                    .start();
            String uid = new String(probe.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return probe.waitFor() == 0 && !uid.equals("0");
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
