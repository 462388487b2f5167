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

/** What an event does to the course of a record. */
enum Course {
    /** Happens once; a second entry is a correction of the first. */
    ONCE,
    /** Ends custody here; others go on holding the person, and what becomes of that may be written too. */
    HANDS_OVER,
    /** Ends custody, wherever the person is held by then. */
    ENDS,
    /** Closes the record of an ended custody. */
    CLOSES,
    /** Belongs to a closed record. */
    AFTER_CLOSING,
    /** Goes on whether the record is open or closed: clocks, flags, footage. */
    ALWAYS,
    /** Belongs to an open record, any number of times. */
    ORDINARY;

    /** Whether the person is no longer held here after it. */
    boolean leaves() {
        return this == HANDS_OVER || this == ENDS;
    }

    static Course of(Fact fact) {
        return switch (fact) {
            case CustodyFact custody -> of(custody);
            case SystemFact _, VideoFact _ -> ALWAYS;
            case QuestioningFact _,
                    RightsFact _,
                    NoticeFact _,
                    DefenceFact _,
                    CareFact _,
                    MedicalFact _,
                    PropertyFact _,
                    CoercionFact _,
                    MovementFact _,
                    ContactFact _,
                    ComplaintFact _,
                    IncidentFact _ -> ORDINARY;
        };
    }

    private static Course of(CustodyFact fact) {
        return switch (fact) {
            case CustodyFact.Apprehended _, CustodyFact.Delivered _, CustodyFact.Registered _ -> ONCE;
            case CustodyFact.Transferred _ -> HANDS_OVER;
            case CustodyFact.Released _, CustodyFact.Escaped _, CustodyFact.Died _ -> ENDS;
            case CustodyFact.RecordClosed _ -> CLOSES;
            case CustodyFact.Addendum _ -> AFTER_CLOSING;
            // Truth has no deadline.
            case CustodyFact.Correction _ -> ALWAYS;
            case CustodyFact.Identified _,
                    CustodyFact.BasisAdded _,
                    CustodyFact.BasisChanged _,
                    CustodyFact.ProtocolDrawnUp _,
                    CustodyFact.ProtocolCopyGiven _,
                    CustodyFact.SuspicionNotified _,
                    CustodyFact.BroughtToCourt _,
                    CustodyFact.CourtDecision _,
                    CustodyFact.GroundCeased _ -> ORDINARY;
        };
    }
}
