package custody.store.rulepacks;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of all rule packs. Every folder below it that holds a {@code pack.yaml} is one version of one pack. */
public final class RulePackFolder {
    private RulePackFolder() {}

    /**
     * Reads every pack. All or nothing: one bad file refuses the whole, so that nobody is judged by half a law.
     *
     * @throws BadRulePack with every problem found, by file, line and rule
     */
    public static Packs read(Path root) {
        return new Packs(List.copyOf(byFolder(root).values()));
    }

    /** The same, each pack by the folder it was read from. */
    public static Map<Path, Pack> byFolder(Path root) {
        List<Problem> problems = new ArrayList<>();
        Map<Path, Pack> read = new LinkedHashMap<>();
        for (Path folder : folders(root)) {
            Pack pack = PackFolder.read(root, folder, problems);
            if (pack != null) {
                read.put(folder, pack);
            }
        }
        if (read.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(String.valueOf(root.getFileName()), 0, "", "there is no rule pack"));
        }
        overlaps(root, read, problems);
        if (!problems.isEmpty()) {
            throw new BadRulePack(problems);
        }
        return read;
    }

    private static List<Path> folders(Path root) {
        try (Stream<Path> paths = Files.walk(root, 3)) {
            return paths.filter(path -> path.endsWith("pack.yaml"))
                    .map(path -> java.util.Objects.requireNonNull(path.getParent()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("rule packs cannot be read", unreadable);
        }
    }

    private static void overlaps(Path root, Map<Path, Pack> read, List<Problem> problems) {
        List<Map.Entry<Path, Pack>> all = List.copyOf(read.entrySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Pack first = all.get(i).getValue();
                Pack second = all.get(j).getValue();
                if (first.id().equals(second.id()) && overlap(first, second)) {
                    Path file = all.get(j).getKey().resolve("pack.yaml");
                    problems.add(new Problem(
                            root.relativize(file).toString().replace('\\', '/'),
                            validFrom(file),
                            "",
                            "version " + second.version() + " is valid while version " + first.version() + " is"));
                }
            }
        }
    }

    /** Line on which a pack says from when it is valid. */
    private static int validFrom(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).startsWith("valid-from:")) {
                    return line + 1;
                }
            }
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("rule packs cannot be read", unreadable);
        }
    }

    private static boolean overlap(Pack first, Pack second) {
        return first.validFrom().isBefore(end(second)) && second.validFrom().isBefore(end(first));
    }

    private static Instant end(Pack pack) {
        return pack.validTo() == null ? Instant.MAX : pack.validTo();
    }
}
