package custody.record.law;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Parsed;
import custody.record.catalogue.Wire;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.Basis.Aggravation;
import custody.record.events.Basis.Regime;
import custody.record.events.CareFact.Level;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails.SpecialStatus;
import custody.record.events.RecordId;
import custody.record.events.Value;
import custody.record.law.Circumstances.Period;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Pack;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What if: a custody that nobody is in, to see which clocks would run. Nothing of it is kept and nobody is named.
 *
 * @param basis legal basis
 * @param aggravation how a misdemeanour is aggravated; null where it is not said
 * @param regime regime of an administrative detention; null where it is not said
 * @param offence article of the suspected offence; null where it is not said
 * @param facts what is the case, of {@link #POSSIBLE}
 * @param level observation level set at registration; null for none
 * @param apprehended T0
 * @param delivered time from T0 to delivery; null where there is none yet
 * @param registered time from T0 to registration; null where there is none yet
 */
public record Supposition(
        Basis basis,
        @Nullable Aggravation aggravation,
        @Nullable Regime regime,
        @Nullable String offence,
        Set<NamedFact> facts,
        @Nullable Level level,
        Instant apprehended,
        @Nullable Duration delivered,
        @Nullable Duration registered) {
    /** Facts that can be supposed: all but those that only movements bring about. */
    public static final Set<NamedFact> POSSIBLE =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(NamedFact.ELSEWHERE, NamedFact.IN_HOSPITAL)));

    private static final RecordId NOBODY = new RecordId(new UUID(0, 0));
    private static final Badge NO_OFFICER = new Badge("0");

    /** A citizenship that is nobody's own: what matters is that it is another one. */
    private static final String ELSEWHERE = "ZZ";

    public Supposition {
        facts = Set.copyOf(facts);
        if (!POSSIBLE.containsAll(facts)) {
            throw new IllegalArgumentException("where a person is follows from movements");
        }
    }

    /** The instant from which all of it is the case: when its clocks are best looked at. */
    public Instant known() {
        Duration last = Duration.ZERO;
        for (Duration after : new @Nullable Duration[] {delivered, registered}) {
            last = after != null && after.compareTo(last) > 0 ? after : last;
        }
        return apprehended.plus(last);
    }

    /** The board it would have. */
    public Board board(Pack pack, ZoneId zone, Instant at) {
        boolean martial = facts.contains(NamedFact.MARTIAL_LAW);
        List<Period> periods = martial ? List.of(new Period(apprehended, null)) : List.of();
        return Judging.board(events(), new Circumstances(zone, periods), pack, at);
    }

    /** The events it consists of, as they would be written. */
    List<Event> events() {
        List<Event> events = new ArrayList<>();
        add(events, "apprehended", Duration.ZERO, apprehension());
        Set<NamedFact> risky = EnumSet.of(NamedFact.INTOXICATED, NamedFact.VULNERABLE);
        risky.retainAll(facts);
        if (!risky.isEmpty()) {
            add(events, "risk-assessed", Duration.ZERO, Map.of("risks", new Value.Texts(names(risky))));
        }
        if (delivered != null) {
            add(events, "delivered", delivered, Map.of());
        }
        if (registered != null) {
            add(events, "registered", registered, Map.of());
        }
        if (level != null) {
            Duration from = registered == null ? Duration.ZERO : registered;
            add(events, "observation-level-set", from, Map.of("level", text(Wire.name(level))));
        }
        return events;
    }

    private Map<String, Value> apprehension() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("place", text("-"));
        fields.put("basis", text(Wire.name(basis)));
        fields.put("person.description", text("-"));
        if (aggravation != null) {
            fields.put("aggravation", text(Wire.name(aggravation)));
        }
        if (regime != null) {
            fields.put("regime", text(Wire.name(regime)));
        }
        if (offence != null) {
            fields.put("offence", text(offence));
        }
        put(fields, NamedFact.MINOR, "person.estimatedAge", new Value.Whole(16));
        put(fields, NamedFact.SMALL_CHILD, "person.estimatedAge", new Value.Whole(12));
        put(fields, NamedFact.AGE_DOUBT, "person.ageDoubt", new Value.Flag(true));
        put(fields, NamedFact.FOREIGNER, "person.citizenship", text(ELSEWHERE));
        put(fields, NamedFact.PREGNANT, "person.pregnant", new Value.Flag(true));
        put(fields, NamedFact.DEPENDENT_CHILD, "person.dependentChildren", new Value.Whole(1));
        put(fields, NamedFact.DISABILITY, "person.disability", text("disability"));
        put(fields, NamedFact.INTERPRETER_NEEDED, "person.interpreterNeeded", new Value.Flag(true));
        Set<NamedFact> statuses = EnumSet.noneOf(NamedFact.class);
        for (SpecialStatus status : SpecialStatus.values()) {
            statuses.add(NamedFact.valueOf(status.name()));
        }
        statuses.retainAll(facts);
        if (!statuses.isEmpty()) {
            fields.put("person.specialStatuses", new Value.Texts(names(statuses)));
        }
        return fields;
    }

    private void put(Map<String, Value> fields, NamedFact fact, String name, Value value) {
        if (facts.contains(fact)) {
            fields.put(name, value);
        }
    }

    private void add(List<Event> events, String kind, Duration after, Map<String, Value> fields) {
        int version = events.size() + 1;
        Instant at = apprehended.plus(after);
        events.add(Event.plain(
                new EventId(new UUID(0, version)),
                NOBODY,
                version,
                new Occurrence(at, null, Occurrence.Source.STATED),
                at,
                NO_OFFICER,
                fact(kind, fields)));
    }

    private static Fact fact(String kind, Map<String, Value> fields) {
        return switch (Catalogue.parse(Catalogue.kind(kind).orElseThrow(), fields)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong -> throw new IllegalStateException(kind + " " + wrong.errors());
        };
    }

    private static List<String> names(Set<NamedFact> some) {
        return some.stream().map(fact -> Wire.name(fact)).toList();
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }
}
