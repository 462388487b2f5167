package custody.record.detention;

import custody.record.catalogue.FieldError;
import custody.record.events.Event;
import java.util.List;

/** What the record says to a wish: events to store, a refusal, or what is wrong with the input. */
public sealed interface Decision {

    /** Store these, all or none. */
    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** A rule of the domain forbids it; nothing is stored. */
    record Refused(Refusal refusal) implements Decision {}

    /** The input does not fit; nothing is stored. */
    record Invalid(List<FieldError> errors) implements Decision {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
