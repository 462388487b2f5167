package custody.record.law;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The article of an offence, however it is written: {@code 115(2)}, {@code ч. 2 ст. 115 КК}, {@code ст. 258-3}. */
final class Offence {
    private static final String ARTICLE = "(?<article>\\d+(?:-\\d+)?)";
    private static final String ONE = "ст\\.?|стат\\p{L}*";
    private static final String AND = "\\s*(?:,|та|і|й|and)\\s*";
    private static final String OF_PART = "(?:ч\\.?\\s*(?:ч\\.?)?|част\\p{L}*|parts?)\\s*";

    /** One part, or several: no part has three digits, and most articles have. */
    private static final String PART =
            OF_PART + "(?<part>\\d++(?:(?:" + AND + "|\\s*[-–—]\\s*)(?:" + OF_PART + ")?\\d{1,2}(?![\\d-]))*)";

    /** Part and article in the two orders in which people write them, and short. */
    private static final Pattern PART_FIRST =
            Pattern.compile("(?<!\\p{L})" + PART + "\\s*,?\\s*(?:" + ONE + ")\\s*" + ARTICLE, flags());

    /** The second of two articles stands right behind the first. */
    private static final Pattern ARTICLE_FIRST = Pattern.compile(
            "(?:^\\s*(?:кк\\s*)?|(?<!\\p{L})(?:" + ONE + "|art\\.?|articles?)\\s*|(?<=[\\d)])\\G" + AND
                    + "(?=\\d{3}(?!\\d)))" + ARTICLE + "(?:\\s*\\((?<short>\\d[\\d\\s,–—-]*)\\)|\\s*,?\\s*" + PART
                    + "(?!\\s*,?\\s*(?:" + ONE + ")))?",
            flags());

    private static final Pattern PARTS =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)(?:\\s*[-–—]\\s*(\\d{1,2})(?!\\d))?");

    /** The code that is named next after an article is the one it stands in. */
    private static final Pattern CODE =
            Pattern.compile("(?<!\\p{L})(?:(?<other>куп?ап)|кку?|кримінальн\\p{L}*)(?!\\p{L})", flags());

    private Offence() {}

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }

    /**
     * Whether it is of one of these articles; {@code 115} holds of every part, {@code 187(4)} of that part alone. The articles
     * of the Code of Administrative Offences are others.
     */
    static boolean of(String offence, Set<String> articles) {
        return named(PART_FIRST.matcher(offence), offence, articles)
                || named(ARTICLE_FIRST.matcher(offence), offence, articles);
    }

    private static boolean ofAnotherCode(String offence, int from) {
        int end = offence.indexOf(';', from);
        Matcher code = CODE.matcher(end < 0 ? offence : offence.substring(0, end));
        return code.find(from) && code.group("other") != null;
    }

    private static boolean named(Matcher found, String offence, Set<String> articles) {
        while (found.find()) {
            String article = found.group("article");
            if (ofAnotherCode(offence, found.end())) {
                continue;
            }
            if (articles.contains(article)
                    || parts(found).anyMatch(part -> articles.contains(article + "(" + part + ")"))) {
                return true;
            }
        }
        return false;
    }

    private static IntStream parts(Matcher found) {
        boolean brief = found.namedGroups().containsKey("short") && found.group("short") != null;
        String parts = brief ? found.group("short") : found.group("part");
        return PARTS.matcher(parts == null ? "" : parts).results().flatMapToInt(Offence::each);
    }

    /** From the one to the other where a dash stands between them. */
    private static IntStream each(MatchResult parts) {
        int from = Integer.parseInt(parts.group(1));
        String to = parts.group(2);
        return IntStream.rangeClosed(from, to == null ? from : Integer.parseInt(to));
    }
}
