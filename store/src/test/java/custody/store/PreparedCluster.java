package custody.store;

import custody.store.embedded.EmbeddedPostgres;
import custody.store.files.Folders;
import custody.store.migrations.Migrating;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database with this program's tables and nothing in them, made once a run and copied into fresh folders: making one takes
 * longer than most tests. What a first start does by itself is tried where no cluster was put.
 */
public final class PreparedCluster {
    private static final String HOME = "postgres";
    private static final Path ROOT = Path.of("target", "clusters").toAbsolutePath();

    private static @Nullable Path made;

    private PreparedCluster() {}

    /** Puts one into a data folder that was never opened; answers the folder. */
    public static Path into(Path data) {
        Path from = made();
        Path to = Folders.own(data).resolve(HOME);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        return data;
    }

    private static synchronized Path made() {
        Path there = made;
        if (there == null) {
            Path folder = ROOT.resolve(String.valueOf(ProcessHandle.current().pid()));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, new SecureRandom())) {
                Migrating.migrate(postgres);
            }
            there = folder.resolve(HOME);
            made = there;
        }
        return there;
    }
}
