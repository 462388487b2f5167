package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Group;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places a time that somebody could only say to the minute. Programs and the node itself write seconds, so a release typed in
 * the minute of the last check would come before it and be refused for seconds nobody can type. A typed minute therefore
 * means any moment of it: its beginning, or the moment of an entry that stands in it. Never later than now, never in
 * another minute.
 */
public final class WholeMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CustodyRecord record;
    private final Draft draft;
    private final Moment moment;

    private WholeMinute(CustodyRecord record, Draft draft, Moment moment) {
        this.record = record;
        this.draft = draft;
        this.moment = moment;
    }

    /**
     * The same wish with its times placed within the minutes that were typed. It stands right after what is already written of
     * the same group in that minute, where that fits; else at the first moment at which no rule refuses it; else as typed.
     *
     * @param draft a wish whose times are beginnings of minutes
     * @param now the node's time
     * @param actor who writes
     */
    public static Draft placed(CustodyRecord record, Draft draft, Instant now, Badge actor) {
        Moment moment = new Moment(now, actor, () -> {
            throw new IllegalStateException("nothing is written while a time is placed");
        });
        return new WholeMinute(record, draft, moment).placed();
    }

    private Draft placed() {
        if (!(draft.fact() instanceof Correction correction)) {
            Occurrence typed = draft.occurrence();
            List<Event> within = within(typed.at(), record.standing());
            return first(places(typed.at(), within, draft.fact()), at -> draft.at(moved(typed, at)));
        }
        Optional<Entry> entry = record.event(correction.corrects())
                .filter(event -> !(event.fact() instanceof Correction))
                .flatMap(event -> record.entry(event.id()));
        return entry.map(found -> corrected(correction, found.standing())).orElse(draft);
    }

    private Draft corrected(Correction correction, Event was) {
        Instant typed = correction.occurredAt();
        if (typed == null) {
            return draft.about(correction.at(null, end(was.occurredAt(), correction.until())));
        }
        Instant until = correction.until() == null ? was.occurrence().until() : correction.until();
        List<Event> rest = record.standing().stream()
                .filter(event -> !event.id().equals(was.id()))
                .toList();
        return first(places(typed, within(typed, rest), was.fact()), at -> {
            Instant end = end(at, until);
            boolean stays = end == null || end.equals(was.occurrence().until());
            return draft.about(correction.at(at, stays ? correction.until() : end));
        });
    }

    /** Whatever the wish becomes at some moment. */
    @FunctionalInterface
    private interface Placing {
        Draft at(Instant instant);
    }

    private Draft first(List<Instant> places, Placing placing) {
        return places.stream()
                .map(placing::at)
                .filter(candidate -> Keeping.against(record, candidate, moment).isEmpty())
                .findFirst()
                .orElseGet(() -> placing.at(places.getLast()));
    }

    /** Moments the minute may mean, the likeliest first; the one that was typed is the last where nothing else is left. */
    private static List<Instant> places(Instant typed, List<Event> within, Fact fact) {
        Group group = Catalogue.kind(fact).group();
        Instant after = within.stream()
                .filter(event -> Catalogue.kind(event.fact()).group() == group)
                .map(Event::occurredAt)
                .reduce(typed, (_, later) -> later);
        List<Instant> all = Stream.concat(Stream.of(typed), within.stream().map(Event::occurredAt))
                .distinct()
                .toList();
        List<Instant> places = new ArrayList<>();
        all.stream().filter(at -> !at.isBefore(after)).forEach(places::add);
        all.reversed().stream().filter(at -> at.isBefore(after)).forEach(places::add);
        places.add(typed);
        return places;
    }

    /** What stands in the minute that begins then, up to now, in the order in which it occurred. */
    private List<Event> within(Instant minute, List<Event> events) {
        return events.stream()
                .filter(event -> within(minute, event.occurredAt()))
                .filter(event -> !event.occurredAt().isAfter(moment.now()))
                .toList();
    }

    private static boolean within(Instant minute, Instant instant) {
        return !instant.isBefore(minute) && instant.isBefore(minute.plus(MINUTE));
    }

    private static Occurrence moved(Occurrence typed, Instant at) {
        return new Occurrence(at, end(at, typed.until()), typed.source());
    }

    /** An end typed in the minute of the beginning does not come before it. */
    private static @Nullable Instant end(Instant at, @Nullable Instant until) {
        return until != null && until.isBefore(at) && within(until, at) ? at : until;
    }
}
