package custody.store.records;

import custody.ledger.log.BootId;
import custody.ledger.log.ClockSource;
import custody.ledger.log.LeafTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** This machine's clocks. Boot and uptime come from Linux; elsewhere the process stands for the boot. */
public final class MachineTime implements NodeTime {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path UPTIME = Path.of("/proc/uptime");

    private final InstantSource wall;
    private final BootId boot;
    private final long uptimeAtStart;
    private final long nanosAtStart;

    private MachineTime(InstantSource wall, BootId boot, long uptimeAtStart) {
        this.wall = wall;
        this.boot = boot;
        this.uptimeAtStart = uptimeAtStart;
        this.nanosAtStart = System.nanoTime();
    }

    /** Reads boot and uptime once; afterwards only the process's monotonic clock. */
    public static MachineTime start(InstantSource wall) {
        try {
            UUID boot = UUID.fromString(Files.readString(BOOT).strip());
            String seconds = Files.readString(UPTIME).split(" ", 2)[0];
            return new MachineTime(wall, BootId.of(boot), (long) (Double.parseDouble(seconds) * 1000));
        } catch (IOException notLinux) {
            return new MachineTime(wall, BootId.of(UUID.randomUUID()), 0);
        }
    }

    @Override
    public LeafTime now() {
        long uptime = uptimeAtStart + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanosAtStart);
        return new LeafTime(
                wall.instant().truncatedTo(ChronoUnit.MILLIS), boot, uptime, ClockSource.NONE, LeafTime.UNKNOWN_ERROR);
    }
}
