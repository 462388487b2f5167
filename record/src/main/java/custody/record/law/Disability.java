package custody.record.law;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is written about a disability says that there is one. The field asks for words, and who asks everybody the same
 * questions writes “none” into it. Only whole answers that mean nothing else count as that: what can be read in two ways
 * protects the person.
 */
final class Disability {
    private static final Set<String> NONE = Set.of(
            "немає",
            "нема",
            "не має",
            "ні",
            "відсутня",
            "відсутні",
            "без інвалідності",
            "інвалідності немає",
            "інвалідність відсутня",
            "0",
            "none",
            "no",
            "nil",
            "n/a",
            "no disability",
            "not disabled");

    /** Dashes, stops and spaces before and after an answer; a question mark stays, it says that nobody knows. */
    private static final Pattern AROUND = Pattern.compile("^[\\s.,;!–—-]+|[\\s.,;!–—-]+$");

    private Disability() {}

    static boolean of(@Nullable String written) {
        if (written == null) {
            return false;
        }
        String answer =
                AROUND.matcher(written.toLowerCase(Locale.ROOT)).replaceAll("").replaceAll("\\s+", " ");
        return !answer.isEmpty() && !NONE.contains(answer);
    }
}
