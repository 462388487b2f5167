package custody.node.demo;

import custody.record.events.PersonDetails;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The invented people of the demo. The same seed and day give the same names, birth dates and documents. */
public final class Cast {
    private final Map<String, CastMember> members = new LinkedHashMap<>();
    private final Sheet names = Sheet.read("names.txt");
    private final Set<String> taken = new LinkedHashSet<>();
    private final Random random;
    private final LocalDate today;

    private Cast(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** The cast of that seed; ages are counted back from {@code today}. */
    public static Cast of(long seed, LocalDate today) {
        Cast cast = new Cast(seed, today);
        Sheet.read("people.txt").list("people").forEach(cast::invent);
        return cast;
    }

    /** All of them, in the order of their records. */
    public List<CastMember> members() {
        return List.copyOf(members.values());
    }

    /** The person of that key. */
    CastMember member(String key) {
        CastMember member = members.get(key);
        if (member == null) {
            throw new IllegalArgumentException("nobody in the cast is " + key);
        }
        return member;
    }

    private void invent(String line) {
        String[] columns = line.split(" \\| ", -1);
        Map<String, String> traits = new LinkedHashMap<>();
        for (int column = 3; column < columns.length; column++) {
            String[] trait = columns[column].split("=", 2);
            traits.put(trait[0].strip(), trait.length == 2 ? trait[1].strip() : "true");
        }
        boolean male = columns[1].equals("m");
        PersonDetails details = details(male, Integer.parseInt(columns[2]), traits);
        members.put(columns[0], new CastMember(columns[0], details, traits.get("unknown")));
    }

    private PersonDetails details(boolean male, int age, Map<String, String> traits) {
        String[] name =
                traits.containsKey("name") ? traits.getOrDefault("name", "").split(";", -1) : invented(male);
        boolean doubt = traits.containsKey("age-doubt");
        LocalDate born = today.minusYears(age).minusDays(1 + random.nextInt(360));
        return Persons.of(
                "person.surname", name[0],
                "person.givenName", name[1],
                "person.patronymic", name.length > 2 ? name[2] : null,
                "person.birthDate", doubt ? null : born.toString(),
                "person.estimatedAge", doubt ? age : null,
                "person.ageDoubt", doubt ? true : null,
                "person.sex", male ? "male" : "female",
                "person.citizenship", traits.getOrDefault("citizenship", "UA"),
                "person.document", doubt ? null : traits.getOrDefault("document", passport()),
                "person.address", address(traits),
                "person.languages",
                        List.of(traits.getOrDefault("languages", "uk").split(",", -1)),
                "person.interpreterNeeded", traits.containsKey("interpreter") ? true : null,
                "person.disability", traits.get("disability"),
                "person.pregnant", traits.containsKey("pregnant") ? true : null,
                "person.dependentChildren", children(traits),
                "person.specialStatuses",
                        traits.containsKey("status") ? List.of(traits.getOrDefault("status", "")) : null);
    }

    private String[] invented(boolean male) {
        String sex = male ? "m" : "f";
        while (true) {
            String surname = pick("surname." + sex);
            if (taken.add(surname)) {
                return new String[] {surname, pick("given." + sex), pick("patronymic." + sex)};
            }
        }
    }

    private String passport() {
        return "паспорт № 99%07d (вигаданий)".formatted(random.nextInt(10_000_000));
    }

    private String address(Map<String, String> traits) {
        String street =
                "%s, буд. %d, кв. %d".formatted(pick("street"), 1 + random.nextInt(90), 1 + random.nextInt(120));
        return traits.getOrDefault("address", street);
    }

    private static @Nullable Integer children(Map<String, String> traits) {
        String children = traits.get("children");
        return children == null ? null : Integer.valueOf(children);
    }

    private String pick(String heading) {
        List<String> lines = names.list(heading);
        return lines.get(random.nextInt(lines.size()));
    }
}
