package custody.record.detention;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of one fact must be among themselves, however it comes: by form, by API, by a correction, by the system. What
 * is stored already is read whatever it says. Pointers are those of the API's event.
 */
final class OwnRules {
    private OwnRules() {}

    /** {@code latest} is the last moment at which something can have happened. */
    static List<FieldError> errors(Fact fact, Instant latest) {
        return switch (fact) {
            case CustodyFact.Apprehended apprehended ->
                PersonRules.booked(apprehended.person(), latest, "/fields/person");
            case CustodyFact.Identified identified -> PersonRules.identified(identified, latest, "/fields/person");
            case VideoFact video -> errors(video);
            case SystemFact.FacilityMartialLaw law -> order(law.from(), law.to());
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
                    ComplaintFact _,
                    IncidentFact _,
                    SystemFact _ -> List.of();
        };
    }

    private static List<FieldError> errors(VideoFact fact) {
        return switch (fact) {
            case VideoFact.FootageViewed viewed -> notBackwards(viewed.from(), viewed.to());
            case VideoFact.FootageHeld held -> order(held.from(), held.to());
            case VideoFact.FootageExported exported -> notBackwards(exported.from(), exported.to());
            case VideoFact.HoldReleased _ -> List.of();
        };
    }

    /** Of a film whose length nobody knows only the beginning is told: that it was seen must be told all the same. */
    private static List<FieldError> notBackwards(Instant from, Instant to) {
        return from.equals(to) ? List.of() : order(from, to);
    }

    /** A span of no length holds nothing. */
    private static List<FieldError> order(Instant from, @Nullable Instant to) {
        return to == null || from.isBefore(to) ? List.of() : List.of(FieldError.of("/fields/to", Code.ORDER));
    }
}
