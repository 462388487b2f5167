package custody.record.events;

import custody.record.events.Basis.Aggravation;
import custody.record.events.Basis.Regime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The course of the detention itself. */
public sealed interface CustodyFact extends Fact {

    /** The actual apprehension, T0 (КПК 209). {@code place} is in the person's surroundings, not a room. */
    record Apprehended(
            PersonDetails person,
            @Words(max = 500) String place,
            List<Badge> by,
            Basis basis,
            @Expected @Nullable String offence,
            @Nullable Aggravation aggravation,
            @Nullable Regime regime,
            @Nullable @Words(max = 2_000) String howFixed)
            implements CustodyFact {
        public Apprehended {
            by = List.copyOf(by);
        }
    }

    /** Arrival at the facility through the Custody Records zone (КПК 210). */
    record Delivered(
            List<Badge> by, @Nullable @Words(max = 2_000) String delayReason) implements CustodyFact {
        public Delivered {
            by = List.copyOf(by);
        }
    }

    /** Entry by the custody officer (КПК 212(3)(1)). */
    record Registered(@Nullable @Words(max = 2_000) String visibleState) implements CustodyFact {}

    /** The person identified, or the identity put right. History stays. */
    record Identified(PersonDetails person, @Nullable String howEstablished) implements CustodyFact {}

    /** A further legal basis beside the present one. T0 stays the first control. */
    record BasisAdded(
            Basis basis,
            @Expected @Nullable String offence,
            @Nullable Aggravation aggravation,
            @Nullable Regime regime) implements CustodyFact {}

    /** Another legal basis in place of the present one; also a visitor turned detainee. T0 stays the first control. */
    record BasisChanged(
            Basis basis,
            @Expected @Nullable String offence,
            @Nullable Aggravation aggravation,
            @Nullable Regime regime,
            @Expected @Nullable @Words(max = 2_000) String reason)
            implements CustodyFact {}

    /** Protocol of detention drawn up (КПК 208(5); КУпАП 261). */
    record ProtocolDrawnUp(
            @Nullable String number, @Nullable Instant statedApprehension) implements CustodyFact {}

    /** Copy of the protocol handed to the detainee against signature, or sent to the prosecutor (КПК 208(5)). */
    record ProtocolCopyGiven(Recipient recipient, @Nullable Signature signature) implements CustodyFact {
        /** Who gets a copy. */
        public enum Recipient {
            DETAINEE,
            PROSECUTOR,
            DEFENDER
        }
    }

    /** Written notice of suspicion handed over (підозра; КПК 278). */
    record SuspicionNotified(@Expected @Nullable String offence) implements CustodyFact {}

    /** Brought before the investigating judge (КПК 211(2)). */
    record BroughtToCourt(@Expected @Nullable String court) implements CustodyFact {}

    /** The court's decision handed over. */
    record CourtDecision(
            Ruling ruling,
            @Expected @Nullable String court,
            @Nullable LocalDate heldUntil) implements CustodyFact {
        /** What the court ordered. */
        public enum Ruling {
            REMAND,
            HOUSE_ARREST,
            BAIL,
            PERSONAL_OBLIGATION,
            DETENTION_UNLAWFUL,
            RELEASE,
            ADMINISTRATIVE_ARREST,
            OTHER
        }
    }

    /** The ground for holding disappeared: release at once (КПК 212(3)(3)). */
    record GroundCeased(
            @Expected @Nullable @Words(max = 2_000) String why) implements CustodyFact {}

    /** Released. */
    record Released(
            @Expected @Nullable Ground ground,
            @Nullable @Words(max = 2_000) String stateOnRelease,
            @Nullable @Words(max = 2_000) String complaints,
            @Nullable Boolean copyHandedOver)
            implements CustodyFact {
        /** Why released. */
        public enum Ground {
            LIMIT_REACHED,
            GROUND_CEASED,
            COURT_DECISION,
            PROSECUTOR_ORDER,
            NO_SUSPICION,
            BAIL,
            SENTENCE_SERVED,
            CARE_ENDED,
            VISIT_ENDED,
            OTHER
        }
    }

    /** Handed over to another place that goes on holding the person; clocks go on. */
    record Transferred(
            Destination destination,
            @Expected @Nullable String to,
            @Nullable String authority) implements CustodyFact {
        /** Kind of the place that takes over. */
        public enum Destination {
            TEMPORARY_DETENTION_FACILITY,
            REMAND_PRISON,
            POLICE_UNIT,
            HOSPITAL,
            OTHER
        }
    }

    /** Escaped. */
    record Escaped(@Expected @Nullable @Words(max = 2_000) String circumstances) implements CustodyFact {}

    /** Died in custody. */
    record Died(
            @Expected @Nullable @Words(max = 2_000) String circumstances,
            @Nullable String establishedBy) implements CustodyFact {}

    /** The record closed after release, hand-over, escape or death; only addenda follow. */
    record RecordClosed(@Nullable @Words(max = 2_000) String remark) implements CustodyFact {}

    /** Something added after closing. */
    record Addendum(@Words String text) implements CustodyFact {}

    /**
     * What another event should have said. The original stays; this stands beside it.
     *
     * @param corrects the event that is put right
     * @param reason why
     * @param withdrawn whether the event should never have been written
     * @param occurredAt right time, where that was wrong
     * @param until right end, where that was wrong
     * @param performedBy right performers, where those were wrong; empty leaves them
     * @param present right persons present, where those were wrong; empty leaves them
     * @param place right room, where that was wrong
     * @param fields right values by field name, only those that change; an empty text takes a value away
     */
    record Correction(
            EventId corrects,
            @Words(max = 2_000) String reason,
            @Nullable Boolean withdrawn,
            @Nullable Instant occurredAt,
            @Nullable Instant until,
            List<Badge> performedBy,
            List<String> present,
            @Nullable RoomCode place,
            SequencedMap<String, Value> fields)
            implements CustodyFact {
        public Correction {
            performedBy = List.copyOf(performedBy);
            present = List.copyOf(present);
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        /** The same correction with other values. */
        public Correction with(SequencedMap<String, Value> values) {
            return new Correction(corrects, reason, withdrawn, occurredAt, until, performedBy, present, place, values);
        }

        /** The same correction with other times. */
        public Correction at(@Nullable Instant begin, @Nullable Instant end) {
            return new Correction(corrects, reason, withdrawn, begin, end, performedBy, present, place, fields);
        }

        /** Takes an event back: it should never have been written. */
        public static Correction withdrawing(EventId corrects, String reason) {
            return new Correction(
                    corrects, reason, true, null, null, List.of(), List.of(), null, new LinkedHashMap<>());
        }

        /** Puts an event's time right. */
        public static Correction moving(EventId corrects, String reason, Instant at) {
            return new Correction(corrects, reason, null, at, null, List.of(), List.of(), null, new LinkedHashMap<>());
        }

        /** Puts an event's own fields right. */
        public static Correction rewording(EventId corrects, String reason, SequencedMap<String, Value> fields) {
            return new Correction(corrects, reason, null, null, null, List.of(), List.of(), null, fields);
        }
    }
}
