package custody.record.detention;

import custody.record.detention.Situation.Status;
import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.ComplaintFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.DefenceFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.IncidentFact;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.NoticeFact;
import custody.record.events.PersonDetails;
import custody.record.events.PropertyFact;
import custody.record.events.QuestioningFact;
import custody.record.events.RightsFact;
import custody.record.events.Risk;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact;
import custody.record.events.VideoFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds standing events, in the order in which they occurred, into a situation. Lives for one fold, in one thread. */
final class Folding {
    private final Instant apprehendedAt;
    private PersonDetails person;
    private @Nullable Instant deliveredAt;
    private @Nullable Instant registeredAt;
    private final List<Basis> bases = new ArrayList<>();
    private Status status = Status.ON_THE_WAY;
    private Instant statusSince;
    private EventId statusBy;
    private @Nullable RoomCode room;
    private @Nullable String elsewhere;
    private CareFact.@Nullable Level level;
    private @Nullable Instant lastCheck;
    private final Set<Risk> risks = EnumSet.noneOf(Risk.class);
    private boolean handcuffed;
    private Instant lastEventAt;

    Folding(Event apprehension, CustodyFact.Apprehended apprehended) {
        this.person = apprehended.person();
        this.apprehendedAt = apprehension.occurredAt();
        this.statusSince = apprehendedAt;
        this.statusBy = apprehension.id();
        this.lastEventAt = apprehendedAt;
        bases.add(apprehended.basis());
    }

    Situation situation() {
        return new Situation(
                person,
                apprehendedAt,
                deliveredAt,
                registeredAt,
                bases,
                status,
                statusSince,
                statusBy,
                room,
                elsewhere,
                level,
                lastCheck,
                risks,
                handcuffed,
                lastEventAt);
    }

    void apply(Event event) {
        if (event.occurredAt().isAfter(lastEventAt)) {
            lastEventAt = event.occurredAt();
        }
        switch (event.fact()) {
            case CustodyFact fact -> custody(fact, event);
            case QuestioningFact.DetaineeQuestioned questioned -> risks.addAll(questioned.risks());
            case CareFact fact -> care(fact, event);
            case MedicalFact.Hospital hospital -> hospital(hospital, event);
            case CoercionFact.Handcuffs handcuffs -> handcuffed = handcuffs.state() != CoercionFact.Handcuffs.State.OFF;
            case MovementFact fact -> movement(fact, event);
            case QuestioningFact.OfficerQuestioned _,
                    RightsFact _,
                    NoticeFact _,
                    DefenceFact _,
                    MedicalFact _,
                    PropertyFact _,
                    CoercionFact _,
                    ContactFact _,
                    ComplaintFact _,
                    IncidentFact _,
                    VideoFact _,
                    SystemFact _ -> {}
        }
    }

    private void custody(CustodyFact fact, Event event) {
        switch (fact) {
            case CustodyFact.Delivered _ -> {
                deliveredAt = event.occurredAt();
                elsewhere = null;
                becomes(Status.IN_CUSTODY, event);
            }
            case CustodyFact.Registered _ -> registeredAt = event.occurredAt();
            case CustodyFact.Identified identified -> person = person.identified(identified.person());
            case CustodyFact.BasisAdded added -> {
                bases.remove(added.basis());
                bases.add(added.basis());
            }
            case CustodyFact.BasisChanged changed -> {
                bases.clear();
                bases.add(changed.basis());
            }
            case CustodyFact.Released _ -> becomes(Status.RELEASED, event);
            case CustodyFact.Transferred _ -> becomes(Status.TRANSFERRED, event);
            case CustodyFact.Escaped _ -> becomes(Status.ESCAPED, event);
            case CustodyFact.Died _ -> becomes(Status.DIED, event);
            case CustodyFact.RecordClosed _ -> becomes(Status.CLOSED, event);
            case CustodyFact.BroughtToCourt _,
                    CustodyFact.Apprehended _,
                    CustodyFact.ProtocolDrawnUp _,
                    CustodyFact.ProtocolCopyGiven _,
                    CustodyFact.SuspicionNotified _,
                    CustodyFact.CourtDecision _,
                    CustodyFact.GroundCeased _,
                    CustodyFact.Addendum _,
                    CustodyFact.Correction _ -> {}
        }
    }

    private void care(CareFact fact, Event event) {
        switch (fact) {
            case CareFact.RiskAssessed assessed -> {
                risks.clear();
                risks.addAll(assessed.risks());
            }
            case CareFact.ObservationLevelSet set -> level = set.level();
            case CareFact.CheckMade _ -> lastCheck = event.occurredAt();
            case CareFact.Meal _,
                    CareFact.Drink _,
                    CareFact.Walk _,
                    CareFact.Shower _,
                    CareFact.Sleep _,
                    CareFact.CallButton _,
                    CareFact.ItemIssued _,
                    CareFact.Handover _ -> {}
        }
    }

    private void movement(MovementFact fact, Event event) {
        switch (fact) {
            case MovementFact.Moved moved -> room = moved.to();
            case MovementFact.CellAllocated allocated -> room = allocated.cell();
            case MovementFact.EscortOut out -> leaves(out.destination(), event);
            case MovementFact.EscortIn _ -> returns(event);
        }
    }

    private void hospital(MedicalFact.Hospital hospital, Event event) {
        switch (hospital.stage()) {
            case LEFT_FOR, ADMITTED -> leaves(hospital.hospital(), event);
            case RETURNED -> returns(event);
        }
    }

    private void leaves(@Nullable String destination, Event event) {
        if (status.ended()) {
            return;
        }
        elsewhere = destination;
        room = null;
        if (status != Status.ELSEWHERE) {
            becomes(Status.ELSEWHERE, event);
        }
    }

    private void returns(Event event) {
        elsewhere = null;
        if (status == Status.ELSEWHERE) {
            becomes(Status.IN_CUSTODY, event);
        }
    }

    /**
     * What has ended stays ended: a late delivery must not bring a released person back. Closing follows; and so does what
     * became of somebody who had been handed over.
     */
    private void becomes(Status next, Event event) {
        boolean learnt = status == Status.TRANSFERRED && Course.of(event.fact()) == Course.ENDS;
        if (status.ended() && next != Status.CLOSED && !learnt) {
            return;
        }
        if (next.ended()) {
            room = null;
            elsewhere = null;
        }
        status = next;
        statusSince = event.occurredAt();
        statusBy = event.id();
    }
}
