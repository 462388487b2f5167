package custody.record.detention;

import custody.record.events.EventId;
import custody.record.places.Separation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why an event cannot be added. Closed: each has a page under docs/problems and a sentence in both languages. */
public sealed interface Refusal {

    /** Said to have happened before the person was under control. */
    record BeforeApprehension(Instant apprehendedAt) implements Refusal {}

    /** Said to happen more than 60 s after it is written. */
    record OccursInFuture(Instant latest) implements Refusal {}

    /** Custody had ended by then: released, transferred, escaped or died. */
    record CustodyEnded(Situation.Status how, Instant at) implements Refusal {}

    /** Happens once and has happened; {@code kind} and {@code by} are those of the entry that says so. */
    record AlreadyRecorded(String kind, EventId by) implements Refusal {}

    /** Ends custody at a moment after which the record shows the person still in it. */
    record CustodyWentOn(String kind, Instant at, EventId by) implements Refusal {}

    /** The record is closed; only an addendum or a correction can follow. */
    record RecordIsClosed(Instant at) implements Refusal {}

    /** An addendum belongs to a closed record; this one is open. */
    record RecordIsOpen() implements Refusal {}

    /** Closing needs a custody that had ended by then; a closing that stands keeps the end before it. */
    record StillInCustody() implements Refusal {}

    /** The person was not in the facility then: in hospital, in court, under escort. {@code where} may be unknown. */
    record PersonElsewhere(@Nullable String where, Instant since) implements Refusal {}

    /** A person in police care is not searched (Police Law 41). */
    record SearchUnderPoliceCare() implements Refusal {}

    /** The rules of separation forbid this cell for this person (Pre-trial Detention Law 8). */
    record UnsuitableCell(Separation.Concern why) implements Refusal {}

    /** No such event in this record. */
    record UnknownEvent(EventId event) implements Refusal {}

    /** The event pointed to is of another kind than {@code wanted}, a wire name. */
    record WrongKindOfEvent(String wanted, EventId event) implements Refusal {}

    /** Corrections, flags and clocks are answered, not corrected. */
    record NotCorrectable(String kind) implements Refusal {}

    /** The correction leaves everything as it is. */
    record NothingCorrected() implements Refusal {}

    /** Only the system itself writes this kind. */
    record WrittenBySystem(String kind) implements Refusal {}

    /** The second person is the first one. */
    record SamePerson() implements Refusal {}
}
