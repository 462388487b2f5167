package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.detention.Situation.Status;
import custody.record.events.Basis;
import custody.record.events.CustodyFact.BroughtToCourt;
import custody.record.events.CustodyFact.CourtDecision;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.PropertyFact.Searched;
import custody.record.events.VideoFact.HoldReleased;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules an added event must pass, one small question each, the first refusal wins. */
final class Additions {
    /** Bases that give no right to search. */
    private static final Set<Basis> CARE = EnumSet.of(Basis.POLICE_CARE, Basis.VISITOR);

    private final Timeline timeline;
    private final Fact fact;
    private final Instant at;
    private final Course course;

    private Additions(Timeline timeline, Fact fact, Instant at) {
        this.timeline = timeline;
        this.fact = fact;
        this.at = at;
        this.course = Course.of(fact);
    }

    static Optional<Refusal> against(CustodyRecord record, Draft draft, Moment moment) {
        Additions additions = new Additions(
                Timeline.of(record), draft.fact(), draft.occurrence().at());
        return future(draft.occurrence(), moment.now())
                .or(additions::beforeApprehension)
                .or(additions::closed)
                .or(additions::course)
                .or(additions::wentOn)
                .or(additions::then)
                .or(additions::searchInCare)
                .or(() -> references(record, draft.fact()))
                .or(() -> additions.release(moment));
    }

    /** What an event that moves, or comes back, must fit into: the rest of its record. */
    static Optional<Refusal> moved(Timeline rest, Event moved) {
        Additions additions = new Additions(rest, moved.fact(), moved.occurredAt());
        return additions.course().or(additions::wentOn).or(additions::then).or(additions::searchInCare);
    }

    /** Nothing begins or ends more than {@link Keeping#AHEAD} after it is written. */
    static Optional<Refusal> future(Occurrence occurrence, Instant now) {
        Instant latest = now.plus(Keeping.AHEAD);
        Instant until = occurrence.until();
        boolean ahead = occurrence.at().isAfter(latest) || (until != null && until.isAfter(latest));
        return when(ahead, new Refusal.OccursInFuture(latest));
    }

    private Optional<Refusal> beforeApprehension() {
        Instant apprehended = timeline.ever().apprehendedAt();
        return when(at.isBefore(apprehended), new Refusal.BeforeApprehension(apprehended));
    }

    private Optional<Refusal> closed() {
        boolean follows = course == Course.AFTER_CLOSING || course == Course.ALWAYS || learntOf();
        Situation ever = timeline.ever();
        return when(ever.status() == Status.CLOSED && !follows, new Refusal.RecordIsClosed(ever.statusSince()));
    }

    private Optional<Refusal> course() {
        Status ever = timeline.ever().status();
        return switch (course) {
            case ONCE -> recorded(earlier -> earlier.getClass().equals(fact.getClass()));
            case HANDS_OVER ->
                standing(event -> Course.of(event.fact()) == Course.ENDS
                        && !event.occurredAt().isAfter(at));
            case ENDS -> standing(event -> Course.of(event.fact()) == Course.ENDS || handedOverLater(event));
            case CLOSES -> when(!timeline.at(at).status().ended(), new Refusal.StillInCustody());
            case AFTER_CLOSING -> when(ever != Status.CLOSED, new Refusal.RecordIsOpen());
            case ALWAYS, ORDINARY -> Optional.empty();
        };
    }

    private boolean handedOverLater(Event event) {
        return Course.of(event.fact()) == Course.HANDS_OVER
                && event.occurredAt().isAfter(at);
    }

    /**
     * What became of somebody who had been handed over by then. The limits of holding run on after a hand-over, so what
     * ends them elsewhere can be written here, however late it is heard of: after the record was closed too.
     */
    private boolean learntOf() {
        boolean tells = course.leaves() || fact instanceof CourtDecision || fact instanceof BroughtToCourt;
        return tells && handedOver();
    }

    private boolean handedOver() {
        return timeline.events().stream()
                .filter(event -> !event.occurredAt().isAfter(at))
                .map(event -> Course.of(event.fact()))
                .filter(Course::leaves)
                .reduce((_, later) -> later)
                .filter(last -> last == Course.HANDS_OVER)
                .isPresent();
    }

    private Optional<Refusal> recorded(Predicate<Fact> same) {
        return standing(event -> same.test(event.fact()));
    }

    private Optional<Refusal> standing(Predicate<Event> same) {
        return timeline.events().stream()
                .filter(same)
                .findFirst()
                .map(event ->
                        new Refusal.AlreadyRecorded(Catalogue.kind(event.fact()).name(), event.id()));
    }

    /** Custody does not end before the last thing that shows it going on. */
    private Optional<Refusal> wentOn() {
        if (!course.leaves()) {
            return Optional.empty();
        }
        return timeline.lastAfter(at, this::goesOn)
                .map(event ->
                        new Refusal.CustodyWentOn(Catalogue.kind(event.fact()).name(), event.occurredAt(), event.id()));
    }

    private boolean goesOn(Needs needs) {
        return switch (needs) {
            case PRESENCE, CUSTODY -> true;
            case HELD -> course == Course.ENDS;
            case NOTHING -> false;
        };
    }

    /** What must have been the case then. */
    private Optional<Refusal> then() {
        Needs needs = Needs.of(fact);
        if (needs == Needs.NOTHING) {
            return Optional.empty();
        }
        Situation then = timeline.at(at);
        if (then.status().ended() && !(needs == Needs.HELD && handedOver())) {
            return Optional.of(new Refusal.CustodyEnded(then.status(), then.statusSince()));
        }
        return when(
                needs == Needs.PRESENCE && then.status() == Status.ELSEWHERE,
                new Refusal.PersonElsewhere(then.elsewhere(), then.statusSince()));
    }

    /** Police care alone gives no right to search (Police Law 41); another basis beside it may. */
    private Optional<Refusal> searchInCare() {
        if (!(fact instanceof Searched)) {
            return Optional.empty();
        }
        List<Basis> bases = timeline.at(at).bases();
        return when(bases.contains(Basis.POLICE_CARE) && CARE.containsAll(bases), new Refusal.SearchUnderPoliceCare());
    }

    /** Every event that a fact points to is in the record and of the right kind. */
    static Optional<Refusal> references(CustodyRecord record, Fact fact) {
        for (Reference reference : Reference.of(fact)) {
            Optional<Event> found = record.event(reference.to());
            if (found.isEmpty()) {
                return Optional.of(new Refusal.UnknownEvent(reference.to()));
            }
            if (!reference.fits().test(found.get().fact())) {
                return Optional.of(new Refusal.WrongKindOfEvent(
                        Catalogue.kind(reference.wanted()).name(), reference.to()));
            }
        }
        return Optional.empty();
    }

    /** The release of a hold is asked for once, and agreed to by another person. */
    private Optional<Refusal> release(Moment moment) {
        if (!(fact instanceof HoldReleased release)) {
            return Optional.empty();
        }
        return when(release.second().equals(moment.actor()), new Refusal.SamePerson())
                .or(() -> recorded(earlier -> earlier instanceof HoldReleased released
                        && released.hold().equals(release.hold())));
    }

    private static Optional<Refusal> when(boolean holds, Refusal refusal) {
        return holds ? Optional.of(refusal) : Optional.empty();
    }
}
