package custody.web.words;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places that texts leave open, {@code {0}} or {@code {max}}: filled in before anybody reads them. */
public final class Placeholders {
    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

    /** Every place that any text of any language leaves open. */
    private static final Set<String> OPEN = Stream.of(Language.values())
            .flatMap(language -> Bundles.of(language).values().stream())
            .flatMap(text -> in(text).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** What a page keeps beside its elements for scripts to fill in, and how often a pattern of the API repeats. */
    private static final Pattern ASIDE = Pattern.compile("\\sdata-[a-z-]+=\"[^\"]*\"|[\\])]\\{[0-9]+}");

    private Placeholders() {}

    static Set<String> in(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Places of our texts that an answer still leaves open. */
    public static List<String> leftIn(String answer) {
        return in(ASIDE.matcher(answer).replaceAll("")).stream()
                .filter(OPEN::contains)
                .toList();
    }
}
