package custody.web.api;

import custody.record.access.Action;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.detention.Refusal;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.EventId;
import custody.record.events.Value;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A correction is permitted by what it corrects. It is asked of what was sent, and again of what that was read as. */
record CorrectionDoor(RecordDesk desk, Visit visit, CustodyRecord record) {

    /** The kind that a correction corrects, as it was sent; empty where it names no entry of the record. */
    Optional<EventKind> corrected(Map<String, Value> fields) {
        return sent(fields).flatMap(this::kind);
    }

    /** Refuses whoever may not correct that; where no entry is named, whoever may correct nothing here. */
    void permit(Map<String, Value> fields) {
        EventKind kind = corrected(fields).orElseGet(this::anyKind);
        desk.require(visit, record, new Action.Correcting(kind));
    }

    /** Refuses what was read, where it may not be done after all: this is what would be stored. */
    void permit(Draft draft) {
        if (draft.fact() instanceof Correction correction) {
            EventKind kind = kind(correction.corrects()).orElseThrow(() -> unknown(correction.corrects(), draft));
            desk.require(visit, record, new Action.Correcting(kind));
        }
    }

    /** A kind that this visitor may correct here, if there is one. */
    private EventKind anyKind() {
        List<EventKind> kinds = Catalogue.kinds();
        return kinds.stream()
                .filter(kind -> desk.may(visit, record, new Action.Correcting(kind)))
                .findFirst()
                .orElseGet(kinds::getFirst);
    }

    private Optional<EventKind> kind(EventId event) {
        return record.event(event).map(found -> Catalogue.kind(found.fact()));
    }

    private static Optional<EventId> sent(Map<String, Value> fields) {
        try {
            return fields.get("corrects") instanceof Value.Text(String text)
                    ? Optional.of(EventId.of(text.strip()))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static ProblemFound unknown(EventId event, Draft draft) {
        Refusal refusal = new Refusal.UnknownEvent(event);
        return new ProblemFound(Problem.refused(refusal).at(RefusedFields.of(refusal, draft)));
    }
}
