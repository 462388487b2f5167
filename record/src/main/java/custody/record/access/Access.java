package custody.record.access;

import custody.record.access.Action.Adding;
import custody.record.access.Action.Correcting;
import custody.record.access.Action.General;
import custody.record.catalogue.Group;
import custody.record.places.Officer;

/** Decides who may do what. One pure function; what nothing grants is denied (docs/design/access.md). */
public final class Access {
    private Access() {}

    /** The answer to a wish. */
    public sealed interface Answer {

        /** Whether it may be done. */
        default boolean permitted() {
            return this instanceof Permitted;
        }
    }

    /** It may be done. */
    public record Permitted() implements Answer {}

    /** It may not. */
    public record Denied(Denial because) implements Answer {}

    /** Whether an officer may do that, standing so to the record or facility. */
    public static Answer decide(Officer officer, Action action, Relation relation) {
        return officer.active() ? decide(Role.of(officer.category()), action, relation) : new Denied(Denial.INACTIVE);
    }

    /** Whether a role may do that, standing so to the record or facility. */
    public static Answer decide(Role role, Action action, Relation relation) {
        if (relation.named() && lostWhenNamed(role, action)) {
            return new Denied(Denial.NAMED_IN_COMPLAINT);
        }
        return switch (Grants.of(action).of(role)) {
            case ANYWHERE -> new Permitted();
            case OWN_REGION -> when(relation.ownRegion(), Denial.NOT_YOUR_REGION);
            case OWN_FACILITY -> when(relation.ownFacility(), Denial.NOT_YOUR_FACILITY);
            case OWN_DETAINEE_UNTIL_HANDED_OVER ->
                relation.ownDetainee() && relation.handedOver()
                        ? new Denied(Denial.HANDED_OVER)
                        : when(relation.ownDetainee(), Denial.NOT_YOUR_DETAINEE);
            case OWN_DETAINEE -> when(relation.ownDetainee(), Denial.NOT_YOUR_DETAINEE);
            case OWN_CASE -> when(relation.ownCase(), Denial.NOT_YOUR_CASE);
            case OWN_CLIENT -> when(relation.ownClient(), Denial.NOT_YOUR_CLIENT);
            case OWN_RECORD -> when(relation.ownRecord(), Denial.NOT_YOUR_RECORD);
            case NEVER -> new Denied(Denial.NOT_YOUR_ROLE);
        };
    }

    /**
     * Staff named in a complaint keep neither correction nor footage nor the complaint itself, and silence no alarm about
     * that record; they go on feeding, checking and calling the medic, because a complaint must not cost a detainee care.
     */
    private static boolean lostWhenNamed(Role role, Action action) {
        return switch (role) {
            case APPREHENDING_OFFICER, CUSTODY_OFFICER, FACILITY_STAFF, MEDIC, INVESTIGATION, HEAD_OF_FACILITY ->
                lost(action);
            case HUMAN_RIGHTS_REGION,
                    HUMAN_RIGHTS_DEPARTMENT,
                    PROSECUTOR,
                    ADVOCATE,
                    OMBUDSMAN,
                    DETAINEE,
                    PUBLIC,
                    ADMINISTRATOR -> false;
        };
    }

    private static boolean lost(Action action) {
        return switch (action) {
            case Correcting _ -> true;
            case Adding(var kind) ->
                ((kind.group() == Group.COMPLAINTS || kind.group() == Group.VIDEO)
                                && !kind.name().equals("complaint"))
                        || kind.name().equals("flag-answered");
            case General general ->
                switch (general) {
                    case VIEW_FOOTAGE,
                            EXPORT_FOOTAGE,
                            RELINK_FOOTAGE,
                            LIFT_MASK,
                            READ_CONFIDENTIAL,
                            ACKNOWLEDGE_ALERTS -> true;
                    case OPEN_RECORD,
                            READ_RECORD,
                            READ_MEDICAL,
                            READ_CLOCKS,
                            READ_WHITEBOARD,
                            SEARCH,
                            READ_READINGS,
                            READ_LEDGER,
                            WATCH_CAMERAS,
                            UPLOAD_FOOTAGE,
                            LINK_FOOTAGE,
                            READ_TECHNICAL_STATE,
                            ADMINISTER_OFFICERS,
                            ADMINISTER_FACILITIES,
                            DECLARE_MARTIAL_LAW -> false;
                };
        };
    }

    private static Answer when(boolean holds, Denial otherwise) {
        return holds ? new Permitted() : new Denied(otherwise);
    }
}
