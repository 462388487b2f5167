package custody.node.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one person, as {@code plots.txt} says it.
 *
 * @param key names the record and the person
 * @param words values by name
 * @param lines entries written as they stand
 */
record Plot(String key, Map<String, String> words, List<String> lines) {
    private static final Set<String> INVESTIGATED =
            Set.of("cpc-208", "cpc-208-2", "court-permission", "misdemeanour", "private-arrest", "martial-law");

    Plot {
        words = Map.copyOf(words);
        lines = List.copyOf(lines);
    }

    /** All plots, in the order of their records. */
    static List<Plot> all() {
        return Sheet.read("plots.txt").lists().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Plot of(String key, List<String> written) {
        Map<String, String> words = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : written) {
            if (line.startsWith(">")) {
                lines.add(line.substring(1).strip());
            } else {
                String[] parts = line.split(" = ", 2);
                words.put(parts[0].strip(), parts[1].strip());
            }
        }
        return new Plot(key, words, lines);
    }

    /** The value of that name, which every plot has. */
    String word(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("plot " + key + " lacks " + name));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(words.get(name)).filter(word -> !word.equals("-"));
    }

    @Nullable
    String orNull(String name) {
        return find(name).orElse(null);
    }

    /** Whether the plot goes with that turn of events. */
    boolean with(String feature) {
        return Set.of(words.getOrDefault("with", "").split(" ", -1)).contains(feature);
    }

    String basis() {
        return word("basis");
    }

    /** Whether somebody is suspected of an offence and an investigation goes on. */
    boolean investigated() {
        return INVESTIGATED.contains(basis()) || (basis().equals("visitor") && !with("visitor-only"));
    }

    List<String> risks() {
        return find("risks").map(risks -> List.of(risks.split("; ", -1))).orElse(List.of());
    }
}
