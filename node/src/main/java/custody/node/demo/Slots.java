package custody.node.demo;

import custody.record.events.PersonDetails;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What scripts leave open and a story knows: {@code $name} is a value, {@code <heading>} a phrase, {@code cuffs !desk} conditions. */
final class Slots {
    private static final Pattern VALUE = Pattern.compile("\\$([a-z]+)");
    private static final int ATTEMPTS = 60;
    private static final Pattern PHRASE = Pattern.compile("<([a-z0-9.-]+)>");
    private static final Map<String, String> LANGUAGES =
            Map.of("uk", "українська", "ka", "грузинська", "uz", "узбецька", "ar", "арабська", "ro", "румунська");
    private static final Set<String> ADMINISTRATIVE = Set.of("administrative", "administrative-arrest");

    private final Story story;
    private final Map<String, String> values = new LinkedHashMap<>();

    Slots(Story story) {
        this.story = story;
        PersonDetails person = story.person.details();
        values.putAll(story.plot.words());
        values.put("home", story.home.code());
        values.put("language", language(person));
        String defender = story.plot.find("defender").orElseGet(() -> story.say("advocate"));
        values.put("defender", defender);
        // Whoever takes part under a badge has that client from then on (docs/design/access.md).
        values.put("defenderby", defender.contains("Оборонко") ? "advocate" : "custody");
        boolean young = story.plot.with("minor") || story.plot.with("adult");
        String[] kin = story.say(young ? "kin.parent" : "kin").split(" ; ", -1);
        String relation = kin[0].toLowerCase(Locale.ROOT);
        values.put("relation", relation);
        values.put("kin", relation + " " + kin[1]);
        values.put("children", String.valueOf(person.dependentChildren()));

        if (Boolean.TRUE.equals(person.interpreterNeeded())) {
            values.put(
                    "interpreter",
                    person.disability() == null
                            ? "перекладач Словостай Арсен, реєстр вигаданий"
                            : "перекладачка жестової мови Рукомова Інга");
        }
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    /** The text with everything filled in; empty where the text is one value that the story lacks. */
    Optional<String> fill(String written) {
        Matcher whole = VALUE.matcher(written);
        if (whole.matches() && !known(whole.group(1))) {
            return Optional.empty();
        }
        String named = VALUE.matcher(written).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
        Set<String> drawn = new HashSet<>();
        String said =
                PHRASE.matcher(named).replaceAll(found -> Matcher.quoteReplacement(another(found.group(1), drawn)));
        return Optional.of(Phrases.inflect(said, story.person.sex()));
    }

    /** Not what the same text says already, where there is another: two witnesses are two people. */
    private String another(String heading, Set<String> drawn) {
        String said = story.say(heading);
        for (int attempt = 0; attempt < ATTEMPTS && !drawn.add(said); attempt++) {
            said = story.say(heading);
        }
        return said;
    }

    private boolean known(String name) {
        return name.equals("number") || values.containsKey(name);
    }

    private String value(String name) {
        return name.equals("number") ? String.valueOf(story.number(1_000, 10_000)) : values.getOrDefault(name, "");
    }

    /** Whether all conditions hold; {@code !} turns one round. */
    boolean hold(String conditions) {
        for (String condition : conditions.isBlank() ? new String[0] : conditions.split(" ", -1)) {
            boolean negated = condition.startsWith("!");
            if (holds(negated ? condition.substring(1) : condition) == negated) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String condition) {
        PersonDetails person = story.person.details();
        return switch (condition) {
            case "investigated" -> story.plot.investigated();
            case "administrative" -> ADMINISTRATIVE.contains(story.plot.basis());
            case "extradition" -> story.plot.basis().equals("extradition");
            case "care" -> story.plot.basis().equals("police-care");
            case "unreached" -> !"reached".equals(values.get("firstcall")) || story.plot.with("desk");
            case "brief" -> story.when.brief();
            case "cell" -> story.home.code().startsWith("CELL");
            case "interpreter" -> Boolean.TRUE.equals(person.interpreterNeeded());
            case "children" -> person.dependentChildren() != null;
            case "known" -> story.person.unknown() == null;
            case "nocharge" -> story.plot.word("ending").matches("release (no-suspicion|prosecutor-order)");
            case "papers" -> person.document() != null;
            case "risky" -> !story.plot.risks().isEmpty();
            default -> story.plot.with(condition);
        };
    }

    private static String language(PersonDetails person) {
        if (person.disability() != null && Boolean.TRUE.equals(person.interpreterNeeded())) {
            return "українська жестова мова";
        }
        String first = person.languages().isEmpty() ? "uk" : person.languages().getFirst();
        return LANGUAGES.getOrDefault(first, first);
    }
}
