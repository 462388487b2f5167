package custody.video.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What processes cost, read from Linux' {@code /proc}.
 *
 * @param cpuSeconds user and system time used so far, all processes together
 * @param pssBytes memory, shared pages divided among their users
 */
record ProcessCost(double cpuSeconds, long pssBytes) {
    /** The kernel counts in hundredths of a second on every platform we run on. */
    private static final double TICKS_A_SECOND = 100;

    static ProcessCost of(List<ProcessHandle> processes) throws IOException {
        double cpu = 0;
        long pss = 0;
        for (ProcessHandle process : processes) {
            Path folder = Path.of("/proc", String.valueOf(process.pid()));
            String stat = Files.readString(folder.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            cpu += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
            for (String line : Files.readAllLines(folder.resolve("smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    pss += Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        }
        return new ProcessCost(cpu, pss);
    }
}
