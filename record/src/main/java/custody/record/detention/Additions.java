package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.detention.Situation.Status;
import custody.record.events.Basis;
import custody.record.events.CustodyFact;
import custody.record.events.CustodyFact.Addendum;
import custody.record.events.CustodyFact.RecordClosed;
import custody.record.events.Fact;
import custody.record.events.PropertyFact.Searched;
import custody.record.events.SystemFact;
import custody.record.events.VideoFact;
import java.time.Instant;
import java.util.Optional;

/** The rules an added event must pass, one small question each, the first refusal wins. */
final class Additions {
    private Additions() {}

    static Optional<Refusal> against(CustodyRecord record, Draft draft, Instant now) {
        Instant at = draft.occurrence().at();
        Situation ever = record.situation();
        Situation then = record.situationAt(at);
        return future(at, now)
                .or(() -> beforeApprehension(at, ever))
                .or(() -> closed(draft.fact(), ever))
                .or(() -> openForAddendum(draft.fact(), ever))
                .or(() -> once(record, draft.fact()))
                .or(() -> ending(draft.fact(), ever))
                .or(() -> ended(draft.fact(), then))
                .or(() -> elsewhere(draft.fact(), then))
                .or(() -> searchInCare(draft.fact(), then))
                .or(() -> references(record, draft.fact()));
    }

    private static Optional<Refusal> future(Instant at, Instant now) {
        Instant latest = now.plus(Keeping.AHEAD);
        return at.isAfter(latest) ? Optional.of(new Refusal.OccursInFuture(latest)) : Optional.empty();
    }

    private static Optional<Refusal> beforeApprehension(Instant at, Situation ever) {
        return at.isBefore(ever.apprehendedAt())
                ? Optional.of(new Refusal.BeforeApprehension(ever.apprehendedAt()))
                : Optional.empty();
    }

    private static Optional<Refusal> closed(Fact fact, Situation ever) {
        boolean follows = fact instanceof Addendum || fact instanceof SystemFact || fact instanceof VideoFact;
        return ever.status() == Status.CLOSED && !follows
                ? Optional.of(new Refusal.RecordIsClosed(ever.statusSince()))
                : Optional.empty();
    }

    private static Optional<Refusal> openForAddendum(Fact fact, Situation ever) {
        return fact instanceof Addendum && ever.status() != Status.CLOSED
                ? Optional.of(new Refusal.RecordIsOpen())
                : Optional.empty();
    }

    /** Delivered and registered happen once in a record; a second one is a correction of the first. */
    private static Optional<Refusal> once(CustodyRecord record, Fact fact) {
        if (!(fact instanceof CustodyFact.Delivered || fact instanceof CustodyFact.Registered)) {
            return Optional.empty();
        }
        return record.standing().stream()
                .filter(event -> event.fact().getClass().equals(fact.getClass()))
                .findFirst()
                .map(event -> new Refusal.AlreadyRecorded(Catalogue.kind(fact).name(), event.id()));
    }

    private static Optional<Refusal> ending(Fact fact, Situation ever) {
        return switch (fact) {
            case CustodyFact.Released _, CustodyFact.Transferred _, CustodyFact.Escaped _, CustodyFact.Died _ ->
                ever.status().ended()
                        ? Optional.of(
                                new Refusal.AlreadyRecorded(Catalogue.kind(fact).name(), ever.statusBy()))
                        : Optional.empty();
            case RecordClosed _ -> ever.status().ended() ? Optional.empty() : Optional.of(new Refusal.StillInCustody());
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> ended(Fact fact, Situation then) {
        return Needs.of(fact) != Needs.NOTHING && then.status().ended()
                ? Optional.of(new Refusal.CustodyEnded(then.status(), then.statusSince()))
                : Optional.empty();
    }

    private static Optional<Refusal> elsewhere(Fact fact, Situation then) {
        String where = then.elsewhere();
        return Needs.of(fact) == Needs.PRESENCE && where != null
                ? Optional.of(new Refusal.PersonElsewhere(where, then.statusSince()))
                : Optional.empty();
    }

    private static Optional<Refusal> searchInCare(Fact fact, Situation then) {
        return fact instanceof Searched && then.bases().contains(Basis.POLICE_CARE)
                ? Optional.of(new Refusal.SearchUnderPoliceCare())
                : Optional.empty();
    }

    private static Optional<Refusal> references(CustodyRecord record, Fact fact) {
        return References.of(fact).stream()
                .filter(id -> record.event(id).isEmpty())
                .findFirst()
                .map(Refusal.UnknownEvent::new);
    }
}
