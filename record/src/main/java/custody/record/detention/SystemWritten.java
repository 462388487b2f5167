package custody.record.detention;

import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.ComplaintFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.CustodyFact.Apprehended;
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

/** What no person writes: opening writes the apprehension; the system writes clocks, flags, and what was done with footage. */
final class SystemWritten {
    private SystemWritten() {}

    static boolean is(Fact fact) {
        return switch (fact) {
            case CustodyFact custody -> custody instanceof Apprehended;
            case SystemFact system -> !(system instanceof SystemFact.FlagAnswered);
            case VideoFact video ->
                switch (video) {
                    case VideoFact.FootageViewed _, VideoFact.FootageExported _ -> true;
                    case VideoFact.FootageHeld _, VideoFact.HoldReleased _ -> false;
                };
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
                    IncidentFact _ -> false;
        };
    }
}
