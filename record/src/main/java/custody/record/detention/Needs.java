package custody.record.detention;

import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.ComplaintFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.DefenceFact;
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

/** What must have been the case when something is said to have happened. */
enum Needs {
    /** The person was in the facility. */
    PRESENCE,
    /** The person was under control, wherever. */
    CUSTODY,
    /** The person was under control, here or where others took over: people here learn of it later. */
    HELD,
    /** Nothing: it can follow the end of custody. */
    NOTHING;

    static Needs of(Fact fact) {
        return switch (fact) {
            case CustodyFact custody -> of(custody);
            case CareFact.RiskAssessed _, CareFact.ObservationLevelSet _, CareFact.Handover _ -> CUSTODY;
            case CareFact _ -> PRESENCE;
            case MovementFact.EscortOut _, MovementFact.Moved _, MovementFact.CellAllocated _ -> PRESENCE;
            case MovementFact.EscortIn _ -> CUSTODY;
            case PropertyFact.Searched _, CoercionFact.Handcuffs _ -> CUSTODY;
            case QuestioningFact _, RightsFact _, DefenceFact _, MedicalFact _, ContactFact _ -> CUSTODY;
            case NoticeFact _,
                    PropertyFact _,
                    CoercionFact _,
                    ComplaintFact _,
                    IncidentFact _,
                    VideoFact _,
                    SystemFact _ -> NOTHING;
        };
    }

    private static Needs of(CustodyFact fact) {
        return switch (fact) {
            case CustodyFact.Delivered _,
                    CustodyFact.BasisAdded _,
                    CustodyFact.BasisChanged _,
                    CustodyFact.GroundCeased _ -> CUSTODY;
            case CustodyFact.BroughtToCourt _ -> HELD;
            // Registering is writing: done late, it must not make an earlier release unwritable.
            case CustodyFact.Registered _,
                    CustodyFact.Apprehended _,
                    CustodyFact.Identified _,
                    CustodyFact.ProtocolDrawnUp _,
                    CustodyFact.ProtocolCopyGiven _,
                    CustodyFact.SuspicionNotified _,
                    CustodyFact.CourtDecision _,
                    CustodyFact.Released _,
                    CustodyFact.Transferred _,
                    CustodyFact.Escaped _,
                    CustodyFact.Died _,
                    CustodyFact.RecordClosed _,
                    CustodyFact.Addendum _,
                    CustodyFact.Correction _ -> NOTHING;
        };
    }
}
