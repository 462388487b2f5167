package custody.web.entry;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Parsed;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one event: the values every kind has, and the kind's own fields. Every error is reported at once. */
public final class EventEntry {
    /** Most characters of the reason for a late entry. */
    public static final int LATE_REASON = 1_000;

    /** Most characters of the note. */
    public static final int NOTE = 4_000;

    /** Most characters of one name among those present. */
    public static final int PRESENT = 200;

    /** Values every kind has, by their names in the API. */
    public static final List<String> COMMON =
            List.of("occurredAt", "until", "performedBy", "present", "place", "lateReason", "note");

    private static final EventKind CORRECTION = Catalogue.kind("correction").orElseThrow();

    /** Within this of the node's time an entry counts as written while it happened. */
    private static final Duration LIVE = Duration.ofMinutes(2);

    private EventEntry() {}

    /**
     * The draft that was sent, or every error; pointers are those of the API's event body.
     *
     * @param common values by the names of {@link #COMMON}; others are refused by name
     * @param fields the kind's own fields by canonical name
     * @param now the node's time, to tell live entries from stated ones
     */
    public static Parsed<Draft> read(
            EventKind kind, Map<String, Value> common, Map<String, Value> fields, Known known, Instant now) {
        return read(kind, common, fields, known, now, List.of());
    }

    /**
     * The same of a correction; what it puts in place of the corrected entry's values names nobody and nothing unknown either.
     *
     * @param corrected the kind of the entry that it corrects
     */
    public static Parsed<Draft> correction(
            EventKind corrected, Map<String, Value> common, Map<String, Value> fields, Known known, Instant now) {
        return read(CORRECTION, common, fields, known, now, Naming.replaced(corrected, fields, known));
    }

    private static Parsed<Draft> read(
            EventKind kind,
            Map<String, Value> common,
            Map<String, Value> fields,
            Known known,
            Instant now,
            List<FieldError> besides) {
        Inputs inputs = new Inputs(common, known);
        inputs.refuseOthersThan(COMMON);
        Instant at = inputs.moment("occurredAt", true);
        Instant until = inputs.moment("until", false);
        if (at != null && until != null && until.isBefore(at)) {
            inputs.report("/until", Code.ORDER, Map.of());
        }
        List<Badge> performedBy = inputs.officers("performedBy", "/performedBy");
        List<String> present = inputs.texts("present", PRESENT);
        RoomCode place = inputs.room("place");
        String lateReason = inputs.text("lateReason", LATE_REASON, true);
        String note = inputs.text("note", NOTE, true);
        List<FieldError> errors = new ArrayList<>(inputs.errors());
        Parsed<Fact> fact = Catalogue.parse(kind, fields);
        List<FieldError> wrong = fact instanceof Parsed.Wrong<Fact>(List<FieldError> found) ? found : List.of();
        errors.addAll(wrong);
        errors.addAll(Naming.unknown(kind, fields, known, wrong));
        errors.addAll(besides);
        if (errors.isEmpty() && at != null && fact instanceof Parsed.Ok<Fact>(Fact read)) {
            Occurrence occurrence = new Occurrence(at, until, source(at, now));
            return new Parsed.Ok<>(new Draft(read, occurrence, performedBy, present, place, lateReason, note));
        }
        return new Parsed.Wrong<>(errors);
    }

    private static Occurrence.Source source(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(LIVE) <= 0 ? Occurrence.Source.LIVE : Occurrence.Source.STATED;
    }
}
