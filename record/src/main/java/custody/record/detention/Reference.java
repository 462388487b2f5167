package custody.record.detention;

import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.CoercionFact.ForceStatement;
import custody.record.events.CoercionFact.ForceUsed;
import custody.record.events.ComplaintFact;
import custody.record.events.ComplaintFact.Complaint;
import custody.record.events.ComplaintFact.ViolationFound;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.DefenceFact;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.IncidentFact;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.NoticeFact;
import custody.record.events.PropertyFact;
import custody.record.events.QuestioningFact;
import custody.record.events.RightsFact;
import custody.record.events.SystemFact;
import custody.record.events.VideoFact;
import custody.record.events.VideoFact.FootageHeld;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An event that a fact points to.
 *
 * @param to the event
 * @param wanted the kind it has to be of, or the first of several
 * @param fits whether a fact is of such a kind
 */
record Reference(EventId to, Class<? extends Fact> wanted, Predicate<Fact> fits) {

    /** All events that a fact points to; what a correction corrects has its own rules. */
    static List<Reference> of(Fact fact) {
        return switch (fact) {
            case ForceStatement statement ->
                one(
                        statement.about(),
                        ForceUsed.class,
                        found -> found instanceof CoercionFact && !(found instanceof ForceStatement));
            case ComplaintFact complaint -> of(complaint);
            case VideoFact.HoldReleased released -> one(released.hold(), FootageHeld.class);
            case SystemFact.FlagAnswered answered -> one(answered.flag(), SystemFact.FlagRaised.class);
            case SystemFact.AlertAcknowledged acknowledged ->
                one(
                        acknowledged.alert(),
                        SystemFact.ClockBreached.class,
                        found -> found instanceof SystemFact.ClockBreached
                                || found instanceof SystemFact.ClockWarning
                                || found instanceof SystemFact.FlagRaised);
            case SystemFact.FlagRaised raised ->
                raised.about().stream()
                        .map(about -> new Reference(about, Fact.class, _ -> true))
                        .toList();
            case CustodyFact _,
                    QuestioningFact _,
                    RightsFact _,
                    NoticeFact _,
                    DefenceFact _,
                    CareFact _,
                    MedicalFact _,
                    PropertyFact _,
                    CoercionFact _,
                    MovementFact _,
                    ContactFact _,
                    IncidentFact _,
                    VideoFact _,
                    SystemFact _ -> List.of();
        };
    }

    private static List<Reference> of(ComplaintFact fact) {
        return switch (fact) {
            case ComplaintFact.ComplaintForwarded forwarded -> one(forwarded.complaint(), Complaint.class);
            case ComplaintFact.ComplaintAnswered answered -> one(answered.complaint(), Complaint.class);
            case ComplaintFact.ViolationReported reported -> one(reported.violation(), ViolationFound.class);
            case Complaint _, ViolationFound _ -> List.of();
        };
    }

    private static List<Reference> one(@Nullable EventId to, Class<? extends Fact> wanted) {
        return one(to, wanted, wanted::isInstance);
    }

    private static List<Reference> one(@Nullable EventId to, Class<? extends Fact> wanted, Predicate<Fact> fits) {
        return to == null ? List.of() : List.of(new Reference(to, wanted, fits));
    }
}
