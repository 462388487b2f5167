package custody.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stores for tests: one shared by all classes of a run, and fresh folders for those that break something. */
public final class TestStores {
    private static final Path ROOT = Path.of("target", "stores").toAbsolutePath();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable Store shared;

    private TestStores() {}

    /** The store of this run; closed when the machine ends. */
    public static synchronized Store shared() {
        Store there = shared;
        if (there == null) {
            there = Store.open(settings(prepared("shared")));
            there.facilities().put(Samples.facility());
            shared = there;
            Store open = there;
            Runtime.getRuntime().addShutdownHook(new Thread(open::close));
        }
        return there;
    }

    /** A folder that was never used; it stays for looking at until the next clean. */
    public static Path folder(String name) {
        try {
            Files.createDirectories(ROOT);
            return ROOT.resolve(name + "-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        } catch (IOException unusable) {
            throw new java.io.UncheckedIOException(unusable);
        }
    }

    /** As {@link #folder}, with a database that was never used. */
    public static Path prepared(String name) {
        return PreparedCluster.into(folder(name));
    }

    /** Settings for a folder with this machine's clocks. */
    public static StoreSettings settings(Path folder) {
        return StoreSettings.of(folder, Samples.HOME, InstantSource.system());
    }
}
