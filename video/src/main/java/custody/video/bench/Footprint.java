package custody.video.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one process holds, read from Linux' {@code /proc}.
 *
 * @param rssBytes memory in use, shared pages counted whole
 * @param pssBytes memory in use, shared pages divided among their users
 * @param files open files and sockets
 * @param threads threads
 * @param cpuSeconds user and system time so far
 */
record Footprint(long rssBytes, long pssBytes, int files, int threads, double cpuSeconds) {
    static Footprint of(ProcessHandle process) throws IOException {
        Path folder = Path.of("/proc", String.valueOf(process.pid()));
        List<String> status = Files.readAllLines(folder.resolve("status"));
        ProcessCost cost = ProcessCost.of(List.of(process));
        return new Footprint(
                number(status, "VmRSS:") * 1024,
                cost.pssBytes(),
                entries(folder.resolve("fd")),
                (int) number(status, "Threads:"),
                cost.cpuSeconds());
    }

    private static int entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.count();
        }
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
