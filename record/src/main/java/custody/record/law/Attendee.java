package custody.record.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody who takes part, as far as an entry tells who it is. Of two who take part one may leave and the other stay: who left is
 * sought by name, else by capacity, and only an entry that tells neither means everybody. A name that fits nobody is one written
 * otherwise: nobody is taken to stay because of a spelling.
 *
 * @param names words of the name; empty where it is not told
 * @param capacities as what the person comes; empty where that is not told
 */
record Attendee(Set<String> names, Set<String> capacities) {
    private static final Map<String, Pattern> CAPACITIES = Map.of(
            "parent", said("мат(и|ір|ер.*)|мам(а|и|у|ою)|батьк(о|а|и|у|ом)|тато|mother|father|parents?|mum|dad"),
            "guardian", said("опікун.*|піклувальни.*|guardians?"),
            "teacher", said("педагог.*|[ву]чител.*|викладач.*|виховател.*|teachers?"),
            "psychologist", said("(дит)?психолог.*|psychologists?"),
            "guardianship-body", said("орган.*|опіки|служб.*|справах|дітей"),
            "other", said("(?!)"));

    /** A lawful representative, where no more is said, may be a parent or a guardian. */
    private static final Pattern REPRESENTATIVE = said("законн.*|представни.*|legal|representative");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}'-]+");
    private static final Pattern AND = Pattern.compile("[;/&+]|\\s(?:та|і|й|and)\\s");

    /** “And” within a body's name joins no two people. */
    private static final Pattern BODY =
            said("(?iu)(опіки|дітей)\\s+(?:та|і|й)\\s+(?:піклуванн\\p{L}*|сім['’ʼ]?ї|родини|молоді)");

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ`´]");

    /** A number to call, or a year, and no name before it. */
    private static final Pattern NOTE = Pattern.compile("[^\\p{Lu}]*\\d.*");

    private static final Attendee NOBODY = new Attendee(Set.of(), Set.of());

    private static Pattern said(String words) {
        return Pattern.compile(words);
    }

    /** What the values of an entry tell of who came or went. */
    static Attendee of(Stream<String> told) {
        Set<String> names = new HashSet<>();
        Set<String> capacities = new HashSet<>();
        told.forEach(text -> {
            if (CAPACITIES.containsKey(text)) {
                capacities.add(text);
            } else {
                words(text).forEach(names::add);
            }
        });
        return new Attendee(names, capacities);
    }

    /** Everybody named in one line: “мати Коваль та психологиня Орел”. */
    static List<Attendee> named(String line) {
        List<Attendee> found = new ArrayList<>();
        String people = BODY.matcher(line).replaceAll("$1");
        for (String part : AND.splitAsStream(people).toList()) {
            List<String> pieces = COMMA.splitAsStream(part).toList();
            List<Attendee> told = pieces.stream().map(Attendee::described).toList();
            for (int i = 0; i < told.size(); i++) {
                Attendee next = told.get(i);
                Attendee after = i + 1 < told.size() ? told.get(i + 1) : NOBODY;
                boolean more = !found.isEmpty()
                        && (next.isNote(pieces.get(i))
                                || (i > 0 && found.getLast().isMeantBy(next, after)));
                found.add(more ? found.removeLast().and(next) : next);
            }
        }
        return found;
    }

    private static Attendee described(String text) {
        Set<String> names = new HashSet<>();
        Set<String> capacities = new HashSet<>();
        words(text).forEach(word -> {
            Set<String> meant = capacities(word);
            capacities.addAll(meant);
            if (meant.isEmpty() && !REPRESENTATIVE.matcher(word).matches()) {
                names.add(word);
            }
        });
        if (capacities.isEmpty()
                && words(text).anyMatch(word -> REPRESENTATIVE.matcher(word).matches())) {
            capacities.addAll(Set.of("parent", "guardian"));
        }
        return new Attendee(names, capacities);
    }

    private static Set<String> capacities(String word) {
        Set<String> found = new HashSet<>();
        CAPACITIES.forEach((capacity, words) -> {
            if (words.matcher(word).matches()) {
                found.add(capacity);
            }
        });
        return found;
    }

    private static Stream<String> words(String text) {
        String plain = APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("'");
        return NOT_LETTERS.splitAsStream(plain).filter(word -> word.length() > 1);
    }

    /** “Коваль Марія, мати, тел.” is one person; “мати Коваль, психолог” and “Коваль, мати, Орел, психолог” are two. */
    private boolean isMeantBy(Attendee next, Attendee after) {
        if (next.capacities.isEmpty()) {
            return names.isEmpty() || !after.isCapacityAlone();
        }
        boolean oneName = names.isEmpty() || next.names.isEmpty();
        return oneName && mayComeAs(next) && !capacities.equals(next.capacities);
    }

    private boolean isCapacityAlone() {
        return names.isEmpty() && !capacities.isEmpty();
    }

    private boolean isNote(String piece) {
        return capacities.isEmpty() && (names.isEmpty() || NOTE.matcher(piece).matches());
    }

    private Attendee and(Attendee other) {
        Set<String> both = new HashSet<>(names);
        both.addAll(other.names);
        Set<String> as = new HashSet<>(capacities);
        as.addAll(other.capacities);
        return new Attendee(both, as);
    }

    /** Who of these is still there once this one has left. */
    List<Attendee> leaving(List<Attendee> present) {
        List<Predicate<Attendee>> surest =
                List.of(this::sameName, this::sameCapacity, this::mayBe, this::sharesCapacity);
        for (Predicate<Attendee> meant : surest) {
            if (present.stream().anyMatch(meant)) {
                return present.stream().filter(meant.negate()).toList();
            }
        }
        // Under another name somebody has left all the same: one of those who may have come as that.
        List<Attendee> rest = new ArrayList<>(present);
        present.stream().filter(this::mayComeAs).findFirst().ifPresent(rest::remove);
        return rest;
    }

    private boolean sameName(Attendee other) {
        return bothNamed(other) && (names.containsAll(other.names) || other.names.containsAll(names));
    }

    private boolean sameCapacity(Attendee other) {
        return !bothNamed(other) && sharesCapacity(other);
    }

    private boolean mayBe(Attendee other) {
        return !bothNamed(other) && (capacities.isEmpty() || other.capacities.isEmpty());
    }

    private boolean sharesCapacity(Attendee other) {
        return capacities.stream().anyMatch(other.capacities::contains);
    }

    private boolean mayComeAs(Attendee other) {
        return capacities.isEmpty() || other.capacities.isEmpty() || sharesCapacity(other);
    }

    private boolean bothNamed(Attendee other) {
        return !names.isEmpty() && !other.names.isEmpty();
    }
}
