package custody.web.pages;

import custody.record.events.Fact;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.law.Lawbook;
import custody.record.law.rules.Rule;
import custody.web.forms.People;
import custody.web.law.LawWords;
import custody.web.session.Visit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the system itself wrote, in words: the record keeps rules, demands and measures in no language. */
final class SystemWords {
    private final LawWords words;
    private final People people;
    private final Lawbook law;

    SystemWords(Visit visit, People people, Lawbook law) {
        this.words = LawWords.of(visit);
        this.people = people;
        this.law = law;
    }

    /** A field's value in words; empty where it is read like that of any other entry. */
    Optional<String> say(Fact fact, String field) {
        return fact instanceof SystemFact system ? Optional.ofNullable(word(system, field)) : Optional.empty();
    }

    private @Nullable String word(SystemFact fact, String field) {
        return switch (fact) {
            case ClockWarning warning -> clock(field, warning.rule(), warning.provision(), null, warning.pack());
            case ClockBreached breach ->
                clock(field, breach.rule(), breach.provision(), breach.demands(), breach.pack());
            case FlagRaised raised -> field.equals("detail") ? detail(raised) : null;
            case SystemFact.LawApplied _,
                    SystemFact.FlagAnswered _,
                    SystemFact.AlertAcknowledged _,
                    SystemFact.FacilityMartialLaw _ -> null;
        };
    }

    private @Nullable String clock(
            String field, String rule, @Nullable String provision, @Nullable String demands, @Nullable String pack) {
        return switch (field) {
            case "rule" -> title(pack, rule);
            case "provision" -> provision == null ? null : words.text(law.citation(pack, rule, provision));
            case "demands" -> demands == null ? null : demands(demands);
            default -> null;
        };
    }

    private String title(@Nullable String pack, String rule) {
        return law.rule(pack, rule)
                .map(Rule::heading)
                .map(heading -> words.text(heading.title()))
                .orElse(rule);
    }

    private String demands(String codes) {
        return Arrays.stream(codes.split(", ", -1))
                .map(code -> words.say().has("law.demand." + code) ? words.say().say("law.demand." + code) : code)
                .collect(Collectors.joining("; "));
    }

    /** What a flag measured. */
    String detail(FlagRaised raised) {
        return FlagDetail.say(raised, words.say(), words.times(), rule -> title(null, rule), this::room);
    }

    private String room(String code) {
        try {
            return people.roomName(new RoomCode(code));
        } catch (IllegalArgumentException otherwise) {
            return code;
        }
    }
}
