package custody.record.desk;

import custody.record.catalogue.FieldError;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Refusal;
import custody.record.events.Event;
import java.util.List;

/** What became of a wish to write. */
public sealed interface Outcome {

    /**
     * Stored, or stored before under the same request key.
     *
     * @param record the record with the new events
     * @param added the new events
     * @param receipts one for each of them, in order
     * @param repeated whether this is the answer to an earlier request with the same key
     */
    record Stored(CustodyRecord record, List<Event> added, List<Receipt> receipts, boolean repeated)
            implements Outcome {
        public Stored {
            added = List.copyOf(added);
            receipts = List.copyOf(receipts);
        }
    }

    /** A rule of the domain forbids it. */
    record Refused(Refusal refusal) implements Outcome {}

    /** The input does not fit. */
    record Invalid(List<FieldError> errors) implements Outcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Others wrote since the version the writer saw. */
    record Conflict(int version, List<Event> since) implements Outcome {
        public Conflict {
            since = List.copyOf(since);
        }
    }

    /** No such record, or no such facility. */
    record NotFound() implements Outcome {}

    /** The request key was used before for something else. */
    record KeyReused() implements Outcome {}
}
