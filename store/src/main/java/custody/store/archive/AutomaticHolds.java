package custody.store.archive;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Entry;
import custody.record.detention.Situation;
import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.ComplaintFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.DefenceFact;
import custody.record.events.Event;
import custody.record.events.IncidentFact;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.NoticeFact;
import custody.record.events.PropertyFact;
import custody.record.events.QuestioningFact;
import custody.record.events.RightsFact;
import custody.record.events.SystemFact;
import custody.record.events.VideoFact;
import custody.store.records.Beside;
import custody.store.records.Consequences;
import custody.video.archive.Hold;
import custody.video.archive.Hold.Ground;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Hold.Signature;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which events hold footage by themselves, and how much. All cameras of the facility are held: where exactly a person was is what
 * is in question. What happens at one moment holds an hour on both sides of it; what may concern the whole stay holds from the
 * delivery on.
 */
public final class AutomaticHolds implements Consequences {
    /** A fact of an epoch's first entry: in this epoch corrections hold footage. */
    public static final String CORRECTIONS = "corrections";

    /** Its word. */
    public static final String HOLD = "hold";

    private static final Duration AROUND = Duration.ofHours(1);

    private final HoldRows rows;

    AutomaticHolds(HoldRows rows) {
        this.rows = rows;
    }

    /** What is held: ground, time, cameras (empty for all). */
    public record Held(Ground ground, Instant from, Instant to, Set<CameraId> cameras) {}

    @Override
    public List<Beside> of(Event event, CustodyRecord record, Instant now) {
        if (event.fact() instanceof VideoFact.HoldReleased released) {
            return rows.asked(released, event, record).stream().toList();
        }
        return held(event, record).map(held -> rows.insert(hold(held, event, record, now))).stream()
                .toList();
    }

    private static Hold hold(Held held, Event event, CustodyRecord record, Instant now) {
        return new Hold(
                new HoldId(event.id().value()),
                record.number().facility().code(),
                held.cameras(),
                held.from(),
                held.to(),
                held.ground(),
                "",
                Optional.of(record.id().value()),
                Optional.of(event.id().value()),
                new Signature(new Person(event.recordedBy().number()), now, ""),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What an event holds; empty for most. It follows from the record as it was with that event, not from what came later, so that
     * whoever checks comes to the same.
     */
    public static Optional<Held> held(Event event, CustodyRecord record) {
        List<Event> until = record.events().subList(0, event.version());
        return holding(event, new CustodyRecord(record.id(), record.number(), until));
    }

    private static Optional<Held> holding(Event event, CustodyRecord record) {
        return switch (event.fact()) {
            case CustodyFact.Correction correction -> corrected(correction, record);
            case ComplaintFact.Complaint _ -> stay(Ground.COMPLAINT, event, record);
            case ComplaintFact.ViolationFound _ -> stay(Ground.VIOLATION, event, record);
            case MedicalFact.Injury _ -> stay(Ground.INJURY, event, record);
            case CustodyFact.Died _ -> stay(Ground.DEATH, event, record);
            case CoercionFact.ForceUsed _ -> around(Ground.FORCE, event);
            case CoercionFact.SpecialMeansUsed _ -> around(Ground.FORCE, event);
            case IncidentFact.Incident _ -> around(Ground.INCIDENT, event);
            case SystemFact.ClockBreached breached ->
                Optional.of(new Held(
                        Ground.BREACH,
                        breached.due().minus(AROUND),
                        later(breached.due(), event.occurredAt()).plus(AROUND),
                        Set.of()));
            case CustodyFact.CourtDecision decision ->
                decision.ruling() == CustodyFact.CourtDecision.Ruling.DETENTION_UNLAWFUL
                        ? stay(Ground.COURT_STATEMENT, event, record)
                        : Optional.empty();
            case VideoFact.FootageHeld footage -> footage(footage);
            case CareFact _,
                    CoercionFact _,
                    ComplaintFact _,
                    ContactFact _,
                    CustodyFact _,
                    DefenceFact _,
                    MedicalFact _,
                    MovementFact _,
                    NoticeFact _,
                    PropertyFact _,
                    QuestioningFact _,
                    RightsFact _,
                    SystemFact _,
                    VideoFact _ -> Optional.empty();
        };
    }

    /**
     * A right time or place holds what the wrong one did not: what the corrected event holds now, and after a correction of when
     * the stay began what all that concerns the stay holds now. So does the withdrawal of an event: of a delivery that is entered
     * anew, at another time, nobody sees that it corrects one. What was held before stays held.
     */
    private static Optional<Held> corrected(CustodyFact.Correction correction, CustodyRecord record) {
        Optional<Entry> entry = record.entries().stream()
                .filter(one -> one.original().id().equals(correction.corrects()))
                .findFirst();
        if (entry.filter(Entry::withdrawn).isPresent()) {
            List<Event> earlier = record.events().subList(0, record.events().size() - 1);
            Optional<Held> held = ofTheStay(new CustodyRecord(record.id(), record.number(), earlier));
            return ofTheStay(record).filter(now -> !held.equals(Optional.of(now)));
        }
        Optional<Held> before = entry.flatMap(one -> holding(one.original(), record));
        Optional<Held> after = entry.flatMap(one -> holding(one.standing(), record));
        if (after.isPresent()) {
            return after.filter(held -> !before.equals(Optional.of(held)));
        }
        boolean moves = entry.isPresent() && correction.occurredAt() != null;
        return moves ? ofTheStay(record) : Optional.empty();
    }

    /** All that concerns the stay, held anew. */
    private static Optional<Held> ofTheStay(CustodyRecord record) {
        return record.standing().stream()
                .filter(AutomaticHolds::concernsTheStay)
                .flatMap(event -> holding(event, record).stream())
                .reduce((one, other) -> new Held(
                        one.ground(),
                        one.from().isBefore(other.from()) ? one.from() : other.from(),
                        later(one.to(), other.to()),
                        Set.of()));
    }

    private static boolean concernsTheStay(Event event) {
        return event.fact() instanceof ComplaintFact.Complaint
                || event.fact() instanceof ComplaintFact.ViolationFound
                || event.fact() instanceof MedicalFact.Injury
                || event.fact() instanceof CustodyFact.Died
                || event.fact() instanceof CustodyFact.CourtDecision;
    }

    /** Whether an event holds footage by itself: what the check asks while it has no record at hand. */
    public static boolean holds(Event event) {
        return switch (event.fact()) {
            case ComplaintFact.Complaint _,
                    ComplaintFact.ViolationFound _,
                    MedicalFact.Injury _,
                    CustodyFact.Died _,
                    CoercionFact.ForceUsed _,
                    CoercionFact.SpecialMeansUsed _,
                    IncidentFact.Incident _,
                    SystemFact.ClockBreached _ -> true;
            case CustodyFact.CourtDecision decision ->
                decision.ruling() == CustodyFact.CourtDecision.Ruling.DETENTION_UNLAWFUL;
            case VideoFact.FootageHeld footage -> footage.from().isBefore(footage.to());
            case CareFact _,
                    CoercionFact _,
                    ComplaintFact _,
                    ContactFact _,
                    CustodyFact _,
                    DefenceFact _,
                    MedicalFact _,
                    MovementFact _,
                    NoticeFact _,
                    PropertyFact _,
                    QuestioningFact _,
                    RightsFact _,
                    SystemFact _,
                    VideoFact _ -> false;
        };
    }

    /** The cameras that an entry names; empty for all. */
    static Set<CameraId> cameras(VideoFact.FootageHeld footage) {
        var cameras = new LinkedHashSet<CameraId>();
        try {
            footage.cameras().forEach(camera -> cameras.add(new CameraId(camera)));
        } catch (IllegalArgumentException notACamera) {
            // Better all cameras than none.
            cameras.clear();
        }
        return cameras;
    }

    /** One that ends before it begins is of an earlier version: see {@link EarlierHolds}. */
    private static Optional<Held> footage(VideoFact.FootageHeld footage) {
        return footage.from().isBefore(footage.to())
                ? Optional.of(new Held(Ground.HELD_BY_EVENT, footage.from(), footage.to(), cameras(footage)))
                : Optional.empty();
    }

    private static Optional<Held> around(Ground ground, Event event) {
        Instant until = event.occurrence().until();
        Instant end = until == null ? event.occurredAt() : until;
        return Optional.of(new Held(ground, event.occurredAt().minus(AROUND), end.plus(AROUND), Set.of()));
    }

    private static Optional<Held> stay(Ground ground, Event event, CustodyRecord record) {
        Situation situation = record.situation();
        Instant delivered = situation.deliveredAt();
        Instant from = (delivered == null ? situation.apprehendedAt() : delivered).minus(AROUND);
        Instant to = later(event.occurredAt(), event.recordedAt()).plus(AROUND);
        return Optional.of(new Held(ground, from.isBefore(to) ? from : to.minus(AROUND), to, Set.of()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
