package custody.node.alarms;

import custody.record.law.rules.Packs;
import custody.store.rulepacks.BadRulePack;
import custody.store.rulepacks.RulePackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs that were last read without a mistake, in {@code rulepacks-in-force} of the data folder. A new copy is complete
 * before it takes the place of the old one, and the old one is gone only after that: at every instant one of the two is whole.
 */
final class KeptPacks {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPacks.class);

    private final Path kept;
    private final Path before;
    private final Path fresh;

    KeptPacks(Path data) {
        this.kept = data.resolve("rulepacks-in-force");
        this.before = data.resolve("rulepacks-in-force.before");
        this.fresh = data.resolve("rulepacks-in-force.new");
    }

    /** Keeps a copy of packs that could be read. A copy that cannot be made is no reason not to start. */
    void keep(Path packs) {
        try {
            remove(fresh);
            PackFolders.copy(packs, fresh);
            if (Files.isDirectory(kept)) {
                remove(before);
                Files.move(kept, before);
            }
            Files.move(fresh, kept);
            remove(before);
        } catch (IOException | UncheckedIOException failed) {
            LOG.atWarn().setCause(failed).log("the rule packs in force could not be kept");
        }
    }

    /** The packs kept last; empty where there are none. */
    Optional<Packs> read() {
        for (Path folder : List.of(kept, before)) {
            if (Files.isDirectory(folder)) {
                try {
                    return Optional.of(RulePackFolder.read(folder));
                } catch (BadRulePack spoilt) {
                    LOG.atWarn().addKeyValue("folder", folder).setCause(spoilt).log("kept rule packs cannot be read");
                }
            }
        }
        return Optional.empty();
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
