package custody.node.alarms;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.store.rulepacks.BadRulePack;
import custody.store.rulepacks.RulePackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every text of the law that ever judged here, in {@code rulepacks-past} of the data folder, each in a folder named after its hash: a
 * new version, or a new program with other packs inside, must not leave older records without the law they began under.
 */
final class PastPacks {
    private static final String NEW = ".new";
    private static final String PROGRAM = ".program";
    private static final Logger LOG = LoggerFactory.getLogger(PastPacks.class);

    private static final Comparator<Path> GIVEN_LAST =
            Comparator.comparing(PastPacks::given, Comparator.reverseOrder()).thenComparing(Comparator.naturalOrder());

    private final Path past;

    PastPacks(Path data) {
        this.past = data.resolve("rulepacks-past");
    }

    /** Keeps the packs that this program comes with, and that they came with one. */
    void keepOfProgram(Map<Path, Pack> packs) {
        keep(packs);
        try {
            for (Pack pack : packs.values()) {
                Path mark = past.resolve(pack.hash() + PROGRAM);
                if (Files.notExists(mark)) {
                    Files.createFile(mark);
                }
            }
        } catch (IOException failed) {
            LOG.atWarn().setCause(failed).log("it could not be kept which text of the law came with the program");
        }
    }

    /** Whether that text came with this program or one before it. */
    boolean ofProgram(Pack pack) {
        return Files.exists(past.resolve(pack.hash() + PROGRAM));
    }

    /** Keeps what is not kept yet, and when it was given last. A copy that cannot be made is no reason not to start. */
    void keep(Map<Path, Pack> packs) {
        try {
            for (Map.Entry<Path, Pack> one : packs.entrySet()) {
                Path home = past.resolve(one.getValue().hash());
                if (Files.notExists(home)) {
                    copy(one.getKey(), Files.createDirectories(past), home);
                }
                noteGiven(home);
            }
        } catch (IOException | UncheckedIOException failed) {
            LOG.atWarn().setCause(failed).log("the text of the law could not be kept");
        }
    }

    /** A folder that somebody else made takes no time of ours; the texts behind it are kept all the same. */
    private static void noteGiven(Path home) {
        try {
            Files.setLastModifiedTime(home, FileTime.from(Instant.now()));
        } catch (IOException another) {
            LOG.atWarn().setCause(another).log("it could not be kept when a text of the law was given");
        }
    }

    /** Texts kept that are not among these, the one given last first: it put right what was before it. */
    List<Pack> besides(Packs packs) {
        Set<String> given = packs.all().stream().map(Pack::hash).collect(Collectors.toSet());
        List<Pack> found = new ArrayList<>();
        try (Stream<Path> homes = Files.isDirectory(past) ? Files.list(past) : Stream.empty()) {
            for (Path home : homes.sorted(GIVEN_LAST).toList()) {
                String hash = String.valueOf(home.getFileName());
                if (!hash.endsWith(NEW) && !hash.endsWith(PROGRAM) && !given.contains(hash)) {
                    found.addAll(read(home, hash));
                }
            }
        } catch (IOException unreadable) {
            LOG.atWarn().setCause(unreadable).log("the texts of the law kept cannot be listed");
        }
        return found;
    }

    private static FileTime given(Path home) {
        try {
            return Files.getLastModifiedTime(home);
        } catch (IOException gone) {
            return FileTime.from(Instant.EPOCH);
        }
    }

    private static List<Pack> read(Path home, String hash) {
        try {
            return RulePackFolder.read(home).all().stream()
                    .filter(pack -> pack.hash().equals(hash))
                    .toList();
        } catch (BadRulePack | UncheckedIOException spoilt) {
            LOG.atWarn()
                    .addKeyValue("text", hash)
                    .setCause(spoilt)
                    .log("a text of the law that was kept cannot be read");
            return List.of();
        }
    }

    /** Whole before it has its name. */
    private static void copy(Path from, Path past, Path home) throws IOException {
        Path fresh = past.resolve(home.getFileName() + NEW);
        Path inside = fresh.resolve(String.valueOf(from.getFileName()));
        PackFolders.copy(from, inside);
        Files.move(fresh, home);
    }
}
