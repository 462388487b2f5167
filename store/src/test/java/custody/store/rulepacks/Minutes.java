package custody.store.rulepacks;

import custody.store.rulepacks.Story.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was the case when, for the second evaluation: looks at every minute. */
final class Minutes {
    private static final Set<String> CRIMINAL =
            Set.of("cpc-208", "cpc-208-2", "court-permission", "misdemeanour", "private-arrest", "martial-law");

    private static final Set<String> NO_RULING = Set.of("cpc-208", "cpc-208-2", "private-arrest", "martial-law");

    /** Especially grave, as far as the pack's sources list them. */
    private static final Set<String> GRAVE = Set.of("115", "258", "111", "112", "113", "437", "438", "442");

    private Minutes() {}

    /** Minute by minute up to now: a fold over what had happened by then. */
    static Minute[] of(Story story, List<Mark> past, int now) {
        Minute[] found = new Minute[now + 1];
        Set<String> bases = new HashSet<>();
        String aggravation = "";
        String regime = "";
        Boolean young = null;
        int childUntil = 0;
        boolean doubt = false;
        String status = "";
        String citizenship = "UA";
        boolean pregnant = false;
        boolean disabled = false;
        boolean child = false;
        boolean interpreter = false;
        Set<String> articles = new HashSet<>();
        String level = "";
        boolean away = false;
        boolean delayed = false;
        boolean remanded = false;
        boolean defended = false;
        boolean eventful = false;
        int next = 0;
        for (int minute = 0; minute <= now; minute++) {
            for (; next < past.size() && past.get(next).at() == minute; next++) {
                Mark mark = past.get(next);
                Map<String, String> fields = mark.fields();
                if (Set.of("apprehended", "basis-added", "basis-changed").contains(mark.kind())) {
                    if (!mark.kind().equals("basis-added")) {
                        bases = new HashSet<>();
                        articles = new HashSet<>();
                        aggravation = "";
                        regime = "";
                    }
                    bases = new HashSet<>(bases);
                    String basis = fields.getOrDefault("basis", "");
                    bases.add(basis);
                    articles.add(fields.getOrDefault("offence", "").split("\\(", -1)[0]);
                    // КПК 298-2(4) speaks of a misdemeanour alone, КУпАП 263 of an administrative detention alone.
                    if (basis.equals("misdemeanour")) {
                        aggravation = fields.getOrDefault("aggravation", aggravation);
                    }
                    if (basis.equals("administrative")) {
                        regime = fields.getOrDefault("regime", regime);
                    }
                }
                if (Set.of("apprehended", "identified").contains(mark.kind())) {
                    String birth = fields.get("person.birthDate");
                    young = birth == null ? young : Boolean.valueOf(!birth.startsWith("1990"));
                    childUntil = birth == null ? childUntil : fourteen(story, birth);
                    doubt = fields.containsKey("person.ageDoubt") || (doubt && birth == null);
                    status = fields.getOrDefault("person.specialStatuses", status);
                    citizenship = fields.getOrDefault("person.citizenship", citizenship);
                    pregnant |= fields.containsKey("person.pregnant");
                    disabled |= fields.containsKey("person.disability");
                    child |= fields.containsKey("person.dependentChildren");
                    interpreter |= fields.containsKey("person.interpreterNeeded");
                }
                level = mark.kind().equals("observation-level-set") ? fields.getOrDefault("level", level) : level;
                away = switch (mark.kind()) {
                    case "hospital" -> mark.says("stage", "left-for");
                    case "escort-out" -> true;
                    case "escort-in", "delivered" -> false;
                    default -> away;
                };
                // КПК 615(7): objectively impossible, so with a reason.
                delayed |= mark.kind().equals("right-delayed")
                        && mark.says("right", "grounds-and-suspicion")
                        && fields.containsKey("reason");
                defended |= mark.kind().equals("defender-arrived");
                remanded |= Oracle.ruled("remand").test(mark);
                eventful = true;
            }
            boolean martial = minute >= story.martialFrom && minute < story.martialTo;
            boolean quiet = minute > 0 && martial == found[minute - 1].martial() && !eventful && minute != childUntil;
            eventful = false;
            if (quiet) {
                found[minute] = found[minute - 1];
                continue;
            }
            boolean minor = young != null && young;
            boolean criminal = bases.stream().anyMatch(CRIMINAL::contains);
            boolean detained = criminal || bases.contains("administrative") || bases.contains("extradition");
            boolean noRuling = bases.stream().anyMatch(NO_RULING::contains);
            found[minute] = new Minute(
                    bases,
                    criminal,
                    detained,
                    noRuling,
                    aggravation,
                    regime,
                    minor,
                    minute < childUntil,
                    doubt,
                    status,
                    !citizenship.equals("UA"),
                    pregnant,
                    disabled,
                    child,
                    interpreter,
                    articles.stream().anyMatch(GRAVE::contains),
                    level,
                    away,
                    martial,
                    delayed,
                    remanded,
                    defended);
        }
        return found;
    }

    /** The minute at which somebody is a small child no longer: the birthday still counts as childhood. */
    private static int fourteen(Story story, String birth) {
        Instant from = LocalDate.parse(birth)
                .plusYears(14)
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Europe/Kyiv"))
                .toInstant();
        return (int) Duration.between(story.zero, from).toMinutes();
    }
}
