package custody.node.alarms;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.record.events.FacilityCode;
import custody.record.law.Circumstances;
import custody.record.law.Lawbook;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.record.places.Facility;
import custody.store.Store;
import custody.store.rulepacks.BadRulePack;
import custody.store.rulepacks.RulePackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the law a node judges by: packs in its data folder, else those it was built with. What could be read is kept beside
 * them ({@link KeptPacks}), so that bad packs leave in force what was in force, and every text that ever judged here or came with a program
 * ({@link PastPacks}), so that older records keep the law they began under and no time is without any.
 */
public final class LawInForce {
    /** Id of the pack that judges where no other is asked for. */
    public static final String HOME_PACK = "ua";

    private static final Logger LOG = LoggerFactory.getLogger(LawInForce.class);
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private LawInForce() {}

    /** The law for a node with this data folder. */
    public static Lawbook of(Path data, Store store) {
        return of(packs(data, _ -> {}), store);
    }

    /** These packs as a node's law, written into its ledger; the home country's judges. */
    public static Lawbook of(Packs packs, Store store) {
        return of(packs, HOME_PACK, store);
    }

    /** The same where the pack with that id, which is among them, judges. */
    public static Lawbook of(Packs packs, String judge, Store store) {
        packs.all().forEach(pack -> note(pack, store));
        ZoneId usual = packs.all().stream()
                .filter(pack -> pack.id().equals(judge))
                .map(Pack::zone)
                .findFirst()
                .orElse(KYIV);
        return new Lawbook(packs, judge, code -> circumstances(code, usual, store));
    }

    /** Which law judged, and its exact text, is part of the ledger. */
    private static void note(Pack pack, Store store) {
        store.note(
                EntryClass.RULE_PACK,
                ClearFacts.none()
                        .with("pack", pack.id())
                        .with("version", pack.version())
                        .with("sha256", pack.hash()));
    }

    /** What a node with this data folder judges by; what is wrong there, by file, line and rule, is said to the person at the console. */
    public static Packs packs(Path data, Consumer<String> say) {
        PastPacks past = new PastPacks(data);
        return layered(given(data, past, say), past);
    }

    /** The same for whoever only looks: nothing is kept, and what is wrong is the node's to say. */
    public static Packs reading(Path data) {
        Path own = data.resolve("rulepacks");
        Packs given = Files.isDirectory(own) ? readable(data, own) : builtIn();
        return layered(given, new PastPacks(data));
    }

    /** Behind the texts given those of the department that were, then those of this program, then those of programs before it. */
    private static Packs layered(Packs given, PastPacks past) {
        Set<String> present = builtIn().all().stream().map(Pack::hash).collect(Collectors.toSet());
        Map<Integer, List<Pack>> kept = past.besides(given).stream()
                .collect(Collectors.groupingBy(
                        pack -> present.contains(pack.hash()) ? 1 : past.ofProgram(pack) ? 2 : 0));
        return given.over(kept.getOrDefault(0, List.of()))
                .over(kept.getOrDefault(1, List.of()))
                .over(kept.getOrDefault(2, List.of()));
    }

    private static Packs readable(Path data, Path own) {
        try {
            return RulePackFolder.read(own);
        } catch (BadRulePack bad) {
            return new KeptPacks(data).read().orElseGet(LawInForce::builtIn);
        }
    }

    private static Packs given(Path data, PastPacks past, Consumer<String> say) {
        Path own = data.resolve("rulepacks");
        // Kept also where there are others: a folder that holds only what is in force next month judges nobody today.
        Packs builtIn = builtIn(past::keepOfProgram);
        if (!Files.isDirectory(own)) {
            return builtIn;
        }
        KeptPacks kept = new KeptPacks(data);
        try {
            Map<Path, Pack> read = RulePackFolder.byFolder(own);
            kept.keep(own);
            past.keep(read);
            return new Packs(List.copyOf(read.values()));
        } catch (BadRulePack bad) {
            bad.problems().forEach(problem -> {
                LOG.atWarn().addKeyValue("problem", problem).log("rule pack refused");
                say.accept("Rule pack refused: " + problem);
            });
        }
        Packs old = kept.read().orElse(builtIn);
        say.accept("The law that was in force stays in force: " + names(old));
        return old;
    }

    private static String names(Packs packs) {
        return packs.all().stream()
                .map(pack -> pack.id() + " " + pack.version())
                .collect(Collectors.joining(", "));
    }

    /** The packs inside this program, a folder or a jar. */
    public static Packs builtIn() {
        return builtIn(_ -> {});
    }

    /** {@code keep} sees them by folder while those can be read. */
    private static Packs builtIn(Consumer<Map<Path, Pack>> keep) {
        URL there = Objects.requireNonNull(
                LawInForce.class.getResource("/rulepacks/ua/pack.yaml"), "the program was built without rule packs");
        try {
            URI uri = there.toURI();
            if (!uri.getScheme().equals("jar")) {
                return builtIn(Path.of(uri).resolve("../..").normalize(), keep);
            }
            String jar = uri.toString().substring(0, uri.toString().indexOf("!/"));
            try (FileSystem files = FileSystems.newFileSystem(URI.create(jar), Map.of())) {
                return builtIn(files.getPath("/rulepacks"), keep);
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new UncheckedIOException(new IOException("the built-in rule packs cannot be read", unreadable));
        }
    }

    private static Packs builtIn(Path root, Consumer<Map<Path, Pack>> keep) {
        Map<Path, Pack> read = RulePackFolder.byFolder(root);
        keep.accept(read);
        return new Packs(List.copyOf(read.values()));
    }

    private static Circumstances circumstances(FacilityCode code, ZoneId usual, Store store) {
        ZoneId zone = store.facilities().find(code).map(Facility::zone).orElse(usual);
        return Circumstances.of(zone, store.martialLaw().of(code));
    }
}
