package custody.record.access;

import custody.record.access.Action.General;
import custody.record.places.Officer;

/**
 * Whom an officer may put in, change, or give a password or token. Whoever can do that to another can act as the other, so
 * the head of a facility reaches only those who serve custody there, and none of those who watch over him, accuse, defend,
 * investigate or administer.
 */
public final class Administering {
    private Administering() {}

    /** Whether {@code actor} may do so to somebody of that category, whose facility he stands so to. */
    public static Access.Answer decide(Officer actor, Officer.Category of, Relation toFacility) {
        Access.Answer anybody = Access.decide(actor, General.ADMINISTER_OFFICERS, toFacility);
        if (!anybody.permitted() || Role.of(actor.category()) == Role.ADMINISTRATOR || serves(Role.of(of))) {
            return anybody;
        }
        return new Access.Denied(Denial.NOT_YOUR_ROLE);
    }

    private static boolean serves(Role role) {
        return switch (role) {
            case APPREHENDING_OFFICER, CUSTODY_OFFICER, FACILITY_STAFF, MEDIC -> true;
            case INVESTIGATION,
                    HEAD_OF_FACILITY,
                    HUMAN_RIGHTS_REGION,
                    HUMAN_RIGHTS_DEPARTMENT,
                    PROSECUTOR,
                    ADVOCATE,
                    OMBUDSMAN,
                    DETAINEE,
                    PUBLIC,
                    ADMINISTRATOR -> false;
        };
    }
}
