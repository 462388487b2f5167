package custody.store.payloads;

import custody.record.events.PersonDetails;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Beginnings of names as they are searched: lower case, without marks and apostrophes, 2 to 12 letters. */
public final class NameTokens {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}'’ʼ`]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameTokens() {}

    /** All beginnings of a person's names. */
    public static Set<String> of(PersonDetails person) {
        Set<String> beginnings = new LinkedHashSet<>();
        add(beginnings, person.surname());
        add(beginnings, person.givenName());
        add(beginnings, person.patronymic());
        return beginnings;
    }

    private static void add(Collection<String> beginnings, @Nullable String name) {
        if (name == null) {
            return;
        }
        for (String word : words(name)) {
            for (int length = SHORTEST; length <= Math.min(LONGEST, word.length()); length++) {
                beginnings.add(word.substring(0, length));
            }
        }
    }

    /** The beginnings that a searched text asks for, all of which a person must have; words of one letter are ignored. */
    public static List<String> wanted(String text) {
        return words(text).stream()
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .distinct()
                .toList();
    }

    /** й and ї are letters of their own: only marks that are no letter's part are dropped. */
    private static List<String> words(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(MARKS.matcher(composed).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
