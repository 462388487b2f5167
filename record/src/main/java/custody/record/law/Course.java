package custody.record.law;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.Value;
import custody.record.law.Spans.Span;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Heading.Scope;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One custody up to one instant, prepared so that every rule finds its events at once: indexed by kind, its facts folded,
 * the history of each condition kept. Lives for one board, in one thread.
 */
final class Course {
    static final Comparator<Event> AS_OCCURRED =
            Comparator.comparing(Event::occurredAt).thenComparingInt(Event::version);

    final Instant now;
    final Circumstances circumstances;
    private final Map<String, List<Event>> byKind = new HashMap<>();
    private final Map<Condition, Spans> spans = new HashMap<>();

    /** In front of {@code spans}: a condition asked for at every event would be hashed, deep, at every event. */
    private final IdentityHashMap<Condition, Spans> spansByObject = new IdentityHashMap<>();

    private final IdentityHashMap<Event, Map<String, Value>> values = new IdentityHashMap<>();
    private final NavigableMap<Instant, Facts> facts;
    private @Nullable Event ended;
    private @Nullable Event left;

    /** Events that occur after {@code now} have not happened yet; they are left out. */
    Course(List<Event> standing, Circumstances circumstances, Pack pack, Instant now) {
        this.now = now;
        this.circumstances = circumstances;
        List<Event> events = new ArrayList<>();
        CustodyFact.Apprehended apprehended = null;
        for (Event event : standing) {
            if (event.fact() instanceof CustodyFact.Apprehended fact && apprehended == null) {
                apprehended = fact;
                events.add(event);
            } else if (!event.occurredAt().isAfter(now)) {
                events.add(event);
            }
        }
        if (apprehended == null) {
            throw new IllegalArgumentException("a board needs the apprehension");
        }
        events.sort(AS_OCCURRED);
        events.forEach(this::index);
        facts = new History(events, apprehended, pack, circumstances).facts();
    }

    private void index(Event event) {
        byKind.computeIfAbsent(Facts.kind(event.fact()), _ -> new ArrayList<>()).add(event);
        switch (event.fact()) {
            case CustodyFact.Released _, CustodyFact.Escaped _, CustodyFact.Died _ -> {
                ended = ended == null ? event : ended;
                left = left == null ? event : left;
            }
            case CustodyFact.Transferred _ -> left = left == null ? event : left;
            default -> {}
        }
    }

    /** The event that ended this scope, if it has ended. */
    Optional<Event> end(Scope scope) {
        return switch (scope) {
            case CUSTODY -> Optional.ofNullable(ended);
            case FACILITY -> Optional.ofNullable(left);
            case RECORD -> Optional.empty();
        };
    }

    /** {@code now}, or the end of the scope where that came first. */
    Instant until(Scope scope) {
        return end(scope).map(Event::occurredAt).filter(at -> at.isBefore(now)).orElse(now);
    }

    /** Events that give rise to something, as they occurred. */
    List<Event> triggers(List<Pattern> patterns) {
        return select(patterns, false);
    }

    /** Events that do what is asked, as they occurred. */
    List<Event> doing(List<Pattern> patterns) {
        return select(patterns, true);
    }

    private List<Event> select(List<Pattern> patterns, boolean openFits) {
        if (patterns.size() == 1) {
            return fitting(patterns.getFirst(), openFits);
        }
        Set<Event> found = Collections.newSetFromMap(new IdentityHashMap<>());
        patterns.forEach(pattern -> found.addAll(fitting(pattern, openFits)));
        List<Event> sorted = new ArrayList<>(found);
        sorted.sort(AS_OCCURRED);
        return sorted;
    }

    private List<Event> fitting(Pattern pattern, boolean openFits) {
        List<Event> candidates = byKind.getOrDefault(pattern.kind(), List.of());
        if (candidates.isEmpty() || pattern.fitsAll()) {
            return Collections.unmodifiableList(candidates);
        }
        List<Event> found = new ArrayList<>();
        for (Event event : candidates) {
            Map<String, Value> held = values(event);
            if (openFits ? pattern.doneBy(held) : pattern.triggeredBy(held)) {
                found.add(event);
            }
        }
        return found;
    }

    /** An event's values by field name, read once a board. */
    Map<String, Value> values(Event event) {
        return values.computeIfAbsent(event, read -> Catalogue.encode(read.fact()));
    }

    /** Whether an entry may be about that event: it names it, or names none. */
    boolean mayMean(Event entry, Event meant) {
        List<String> named = new ArrayList<>();
        for (Field field : Catalogue.kind(entry.fact()).fields()) {
            if (field.type() instanceof FieldType.EventReference
                    && values(entry).get(field.name()) instanceof Value.Text(String id)) {
                named.add(id);
            }
        }
        return named.isEmpty() || named.contains(meant.id().toString());
    }

    /** What an entry says in a field, as it is written; empty where it says nothing. */
    String said(Event event, String field) {
        return values(event).get(field) instanceof Value.Text(String said) ? said : "";
    }

    /** Until when an entry says that something lasts; a day lasts until the next one begins at the facility. */
    Optional<Instant> stated(Event event, String field) {
        String said = said(event, field);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        boolean day = Catalogue.kind(event.fact())
                .field(field)
                .filter(found -> found.type() instanceof FieldType.Day)
                .isPresent();
        return Optional.of(
                day
                        ? LocalDate.parse(said)
                                .plusDays(1)
                                .atStartOfDay(circumstances.zone())
                                .toInstant()
                        : Instant.parse(said));
    }

    /** When the condition holds, from the apprehension on and as far ahead as can be known. */
    Spans spans(Condition condition) {
        Spans known = spansByObject.get(condition);
        if (known == null) {
            known = spans.get(condition);
            if (known == null) {
                known = compute(condition);
                spans.put(condition, known);
            }
            spansByObject.put(condition, known);
        }
        return known;
    }

    /** The first limit whose condition holds at that instant. */
    @Nullable
    Limit limitAt(List<Limit> limits, Instant instant) {
        for (Limit limit : limits) {
            if (spans(limit.when()).at(instant)) {
                return limit;
            }
        }
        return null;
    }

    private Spans compute(Condition condition) {
        Map<Condition.Told, Spans> told = new HashMap<>();
        told(condition, told);
        NavigableMap<Instant, Facts> points = facts;
        if (!told.isEmpty()) {
            points = new TreeMap<>(facts);
            List<Instant> edges = new ArrayList<>();
            told.values().forEach(known -> known.edges(edges));
            for (Instant at : edges) {
                points.put(at, factsAt(at));
            }
        }
        List<Span> found = new ArrayList<>();
        Instant open = null;
        for (Map.Entry<Instant, Facts> point : points.entrySet()) {
            Instant at = point.getKey();
            boolean holds = point.getValue()
                    .fulfil(
                            condition,
                            asked -> told.getOrDefault(asked, Spans.NEVER).at(at));
            if (holds && open == null) {
                open = at;
            } else if (!holds && open != null) {
                found.add(new Span(open, at));
                open = null;
            }
        }
        if (open != null) {
            found.add(new Span(open, Instant.MAX));
        }
        return new Spans(found);
    }

    private Facts factsAt(Instant at) {
        Map.Entry<Instant, Facts> entry = facts.floorEntry(at);
        return entry == null ? facts.firstEntry().getValue() : entry.getValue();
    }

    private void told(Condition condition, Map<Condition.Told, Spans> into) {
        switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> told(part, into));
            case Condition.Any(List<Condition> parts) -> parts.forEach(part -> told(part, into));
            case Condition.Not(Condition part) -> told(part, into);
            case Condition.Happened happened ->
                into.put(happened, Spans.since(triggers(List.of(happened.pattern())).stream()));
            case Condition.HappenedAfter happened -> into.put(happened, Spans.since(after(happened)));
            case Condition.GoesOn going -> into.put(going, going(going.activity()));
            case Condition.Is _,
                    Condition.OnBasis _,
                    Condition.Aggravated _,
                    Condition.UnderRegime _,
                    Condition.AtLevel _,
                    Condition.OfOffence _ -> {}
        }
    }

    private Stream<Event> after(Condition.HappenedAfter happened) {
        List<Event> before = triggers(List.of(happened.before()));
        return triggers(List.of(happened.pattern())).stream()
                .filter(event -> before.stream()
                                .filter(earlier -> !earlier.occurredAt().isAfter(event.occurredAt()))
                                .count()
                        >= happened.times());
    }

    private Spans going(Activity activity) {
        return new Spans(Stretches.of(activity, this).stream()
                .map(stretch -> new Span(stretch.from(), stretch.until(Instant.MAX)))
                .filter(span -> span.from().isBefore(span.to()))
                .toList());
    }
}
