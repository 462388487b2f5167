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
 * sought by name, else by capacity, and only an entry that tells neither means everybody.
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
            "guardianship-body", said("орган.*|опіки|служб.*"),
            "other", said("(?!)"));

    /** A lawful representative is a parent as well as a guardian. */
    private static final Pattern REPRESENTATIVE = said("законн.*|представни.*|legal|representative");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}'’-]+");
    private static final Pattern AND = Pattern.compile("[;/&+]|\\s(?:та|і|й|and)\\s");

    private static final Pattern COMMA = Pattern.compile(",");

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
        for (String part : AND.splitAsStream(line).toList()) {
            Attendee before = null;
            for (String piece : COMMA.splitAsStream(part).toList()) {
                Attendee next = described(piece);
                if (before != null && before.describes(next)) {
                    found.removeLast();
                    next = before.and(next);
                }
                found.add(next);
                before = next;
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
            if (meant.isEmpty()) {
                names.add(word);
            }
        });
        return new Attendee(names, capacities);
    }

    private static Set<String> capacities(String word) {
        Set<String> found = new HashSet<>();
        CAPACITIES.forEach((capacity, words) -> {
            if (words.matcher(word).matches()) {
                found.add(capacity);
            }
        });
        if (REPRESENTATIVE.matcher(word).matches()) {
            found.addAll(Set.of("parent", "guardian"));
        }
        return found;
    }

    private static Stream<String> words(String text) {
        return NOT_LETTERS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> word.length() > 1);
    }

    /** “Коваль Марія, мати” is one person. */
    private boolean describes(Attendee next) {
        return (capacities.isEmpty() && next.names.isEmpty()) || (names.isEmpty() && next.capacities.isEmpty());
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
        List<Predicate<Attendee>> surest = List.of(this::sameName, this::sameCapacity, this::mayBe);
        for (Predicate<Attendee> meant : surest) {
            if (present.stream().anyMatch(meant)) {
                return present.stream().filter(meant.negate()).toList();
            }
        }
        return present;
    }

    private boolean sameName(Attendee other) {
        return bothNamed(other) && (names.containsAll(other.names) || other.names.containsAll(names));
    }

    private boolean sameCapacity(Attendee other) {
        return !bothNamed(other) && capacities.stream().anyMatch(other.capacities::contains);
    }

    private boolean mayBe(Attendee other) {
        return !bothNamed(other) && (capacities.isEmpty() || other.capacities.isEmpty());
    }

    private boolean bothNamed(Attendee other) {
        return !names.isEmpty() && !other.names.isEmpty();
    }
}
