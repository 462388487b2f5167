package custody.node.demo;

import custody.record.events.PersonDetails.Sex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences put together from a sheet: {@code <heading>} stands for a line of that list, {@code {він|вона}} for the word
 * of the person's sex. A long sentence is said once in a day, as people who write for themselves do.
 */
final class Phrases {
    private static final Pattern SLOT = Pattern.compile("<([a-z0-9.-]+)>");
    private static final Pattern GENDER = Pattern.compile("\\{([^{}|]*)\\|([^{}|]*)}");
    private static final int LONG = 28;
    private static final int ATTEMPTS = 60;

    private final Sheet sheet;
    private final Set<String> said = new HashSet<>();

    Phrases(Sheet sheet) {
        this.sheet = sheet;
    }

    /** A sentence of that heading, new where it is long. */
    String say(String heading, RandomGenerator random, Sex sex) {
        String sentence = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            sentence = capital(inflect(expand(pick(heading, random), random), sex));
            if (sentence.length() < LONG || said.add(sentence)) {
                return sentence;
            }
        }
        return sentence;
    }

    /** Handwritten text in the person's sex. */
    static String inflect(String text, Sex sex) {
        return GENDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(sex == Sex.MALE ? 1 : 2)));
    }

    private String expand(String text, RandomGenerator random) {
        String expanded = text;
        Set<String> drawn = new HashSet<>();
        while (SLOT.matcher(expanded).find()) {
            expanded = SLOT.matcher(expanded)
                    .replaceAll(found -> Matcher.quoteReplacement(another(found.group(1), random, drawn)));
        }
        return expanded;
    }

    /** Not what the same text has drawn already: two witnesses are two people. */
    private String another(String heading, RandomGenerator random, Set<String> drawn) {
        String line = pick(heading, random);
        for (int attempt = 0; attempt < ATTEMPTS && !drawn.add(heading + line); attempt++) {
            line = pick(heading, random);
        }
        return line;
    }

    private String pick(String heading, RandomGenerator random) {
        List<String> lines = sheet.list(heading);
        return lines.get(random.nextInt(lines.size()));
    }

    private static String capital(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return Character.toString(Character.toUpperCase(text.codePointAt(0))) + text.substring(first);
    }
}
