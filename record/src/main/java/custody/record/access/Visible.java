package custody.record.access;

import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.detention.Situation;
import custody.record.events.CareFact;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import java.util.Optional;
import java.util.function.Function;

/** How much of an event a reader of its record is shown. */
public enum Visible {
    /** Everything. */
    FULL,
    /** That it happened, when and where; neither its fields nor its note. */
    OUTLINE;

    /**
     * How much of {@code event} is shown to a role; nothing but outlines to one that may not read the record.
     *
     * @param relation how the reader stands to the record
     * @param original the record's events by id: a correction is as confidential as what it corrects
     */
    public static Visible to(Role role, Relation relation, Event event, Function<EventId, Optional<Event>> original) {
        if (event.fact() instanceof Correction correction) {
            return original.apply(correction.corrects())
                    .filter(corrected -> !(corrected.fact() instanceof Correction))
                    .map(corrected -> to(role, relation, corrected, original))
                    .orElse(OUTLINE);
        }
        return to(role, relation, Catalogue.kind(event.fact()));
    }

    /** How much of any event of that kind is shown. */
    public static Visible to(Role role, Relation relation, EventKind kind) {
        if (!Access.decide(role, General.READ_RECORD, relation).permitted()) {
            return OUTLINE;
        }
        return switch (kind.group()) {
            case MEDICAL -> when(role, General.READ_MEDICAL, relation);
            case QUESTIONING, COMPLAINTS -> when(role, General.READ_CONFIDENTIAL, relation);
            case CARE, PROPERTY, INCIDENTS, VIDEO, SYSTEM -> role == Role.ADVOCATE ? OUTLINE : FULL;
            case CUSTODY, RIGHTS, NOTICES, DEFENCE, COERCION, MOVEMENT, CONTACTS -> FULL;
        };
    }

    /** How things stand, as far as a reader may see it: what is known from care is shown to whoever is shown care. */
    public static Situation of(Situation situation, Role role, Relation relation) {
        boolean care = to(role, relation, Catalogue.kind(CareFact.RiskAssessed.class)) == FULL;
        return care ? situation : situation.withoutCare();
    }

    private static Visible when(Role role, General action, Relation relation) {
        return Access.decide(role, action, relation).permitted() ? FULL : OUTLINE;
    }
}
