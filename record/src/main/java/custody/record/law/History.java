package custody.record.law;

import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Event;
import custody.record.events.PersonDetails;
import custody.record.events.PersonDetails.SpecialStatus;
import custody.record.events.Risk;
import custody.record.law.Circumstances.Period;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Pack.Age;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts over time: from each instant on at which any fact changes, the facts. Reaches into the future where it is known. */
final class History {
    private final Pack pack;
    private final Circumstances circumstances;
    private final NavigableMap<Instant, Facts> facts = new TreeMap<>();

    History(List<Event> events, Apprehended apprehended, Pack pack, Circumstances circumstances) {
        this.pack = pack;
        this.circumstances = circumstances;
        NavigableMap<Instant, Known> known = fold(events, apprehended);
        TreeMap<Instant, Boolean> edges = new TreeMap<>();
        known.keySet().forEach(at -> edges.put(at, true));
        calendar(known).forEach(at -> edges.put(at, true));
        Instant first = known.firstKey();
        for (Instant at : edges.tailMap(first).keySet()) {
            facts.put(at, derive(valueAt(known, at), at));
        }
    }

    /** The facts from each change on, until the next. */
    NavigableMap<Instant, Facts> facts() {
        return Collections.unmodifiableNavigableMap(facts);
    }

    private static NavigableMap<Instant, Known> fold(List<Event> events, Apprehended apprehended) {
        NavigableMap<Instant, Known> known = new TreeMap<>();
        Known last = Known.of(apprehended);
        known.put(events.getFirst().occurredAt(), last);
        for (Event event : events) {
            Known next = last.after(event);
            if (changed(last, next)) {
                known.put(event.occurredAt(), next);
                last = next;
            }
        }
        return known;
    }

    /** Most events change nothing and hand on the very same object: then there is nothing to compare. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean changed(Known last, Known next) {
        return next != last && !next.equals(last);
    }

    private Set<Instant> calendar(NavigableMap<Instant, Known> known) {
        Set<Instant> edges = new java.util.TreeSet<>();
        for (Period period : circumstances.martialLaw()) {
            edges.add(period.from());
            if (period.to() != null) {
                edges.add(period.to());
            }
        }
        for (Known step : known.values()) {
            for (Age age : ages()) {
                Instant reached = from(age, step.person());
                if (reached != null) {
                    edges.add(reached);
                }
            }
        }
        return edges;
    }

    private List<Age> ages() {
        return pack.childhood() == null ? List.of(pack.majority()) : List.of(pack.majority(), pack.childhood());
    }

    private @Nullable Instant from(Age age, PersonDetails person) {
        LocalDate birth = person.birthDate();
        return birth == null
                ? null
                : age.firstDay(birth).atStartOfDay(circumstances.zone()).toInstant();
    }

    private Facts derive(Known known, Instant at) {
        Set<NamedFact> named = EnumSet.noneOf(NamedFact.class);
        PersonDetails person = known.person();
        add(named, NamedFact.MINOR, under(pack.majority(), person, at));
        add(named, NamedFact.SMALL_CHILD, pack.childhood() != null && under(pack.childhood(), person, at));
        add(named, NamedFact.AGE_DOUBT, Boolean.TRUE.equals(person.ageDoubt()));
        add(named, NamedFact.FOREIGNER, foreigner(person));
        add(
                named,
                NamedFact.PREGNANT,
                Boolean.TRUE.equals(person.pregnant()) || known.risks().contains(Risk.PREGNANCY));
        add(named, NamedFact.DEPENDENT_CHILD, person.dependentChildren() != null && person.dependentChildren() > 0);
        add(named, NamedFact.DISABILITY, Disability.of(person.disability()));
        add(named, NamedFact.INTERPRETER_NEEDED, Boolean.TRUE.equals(person.interpreterNeeded()));
        add(named, NamedFact.MARTIAL_LAW, circumstances.martialLaw(at));
        add(named, NamedFact.ELSEWHERE, known.elsewhere());
        add(named, NamedFact.IN_HOSPITAL, known.inHospital());
        add(named, NamedFact.INTOXICATED, known.risks().contains(Risk.INTOXICATED));
        add(named, NamedFact.VULNERABLE, known.risks().contains(Risk.VULNERABLE));
        person.specialStatuses().forEach(status -> named.add(of(status)));
        return new Facts(named, known.bases(), known.aggravation(), known.regime(), known.level(), known.offences());
    }

    private boolean under(Age age, PersonDetails person, Instant at) {
        Instant reached = from(age, person);
        if (reached != null) {
            return at.isBefore(reached);
        }
        Integer estimated = person.estimatedAge();
        return estimated != null && estimated < age.years();
    }

    private boolean foreigner(PersonDetails person) {
        return person.citizenship() != null && !person.citizenship().equals(pack.country());
    }

    private static void add(Set<NamedFact> named, NamedFact fact, boolean holds) {
        if (holds) {
            named.add(fact);
        }
    }

    private static Known valueAt(NavigableMap<Instant, Known> known, Instant at) {
        Map.Entry<Instant, Known> entry = known.floorEntry(at);
        if (entry == null) {
            throw new IllegalStateException("nothing is known before the apprehension");
        }
        return entry.getValue();
    }

    private static NamedFact of(SpecialStatus status) {
        return switch (status) {
            case JUDGE -> NamedFact.JUDGE;
            case ADVOCATE -> NamedFact.ADVOCATE;
            case MEMBER_OF_PARLIAMENT -> NamedFact.MEMBER_OF_PARLIAMENT;
            case SERVICEMAN -> NamedFact.SERVICEMAN;
            case VETERAN -> NamedFact.VETERAN;
            case FORMER_CAPTIVE -> NamedFact.FORMER_CAPTIVE;
            case INTELLIGENCE_STAFF -> NamedFact.INTELLIGENCE_STAFF;
            case ENFORCEMENT_OFFICER -> NamedFact.ENFORCEMENT_OFFICER;
            case POLICE_OFFICER -> NamedFact.POLICE_OFFICER;
            case ASYLUM_SEEKER -> NamedFact.ASYLUM_SEEKER;
        };
    }
}
