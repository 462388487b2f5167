package custody.record.places;

import custody.record.places.Officer.Category;

/** Appointing a custody officer. */
public sealed interface Appointment {

    /** May be appointed. */
    record Appointed() implements Appointment {}

    /** Must not be: whoever investigates must not answer for the detainee (КПК 212(2)). */
    record Refused(Category because) implements Appointment {}

    /** Whether somebody of that category may be appointed custody officer (КПК 212(2)). */
    static Appointment asCustodyOfficer(Category present) {
        return switch (present) {
            case INVESTIGATOR, INQUIRER, HEAD_OF_INVESTIGATION, INVESTIGATION_STAFF, OPERATIONAL_OFFICER ->
                new Refused(present);
            case CUSTODY_OFFICER,
                    APPREHENDING_OFFICER,
                    DUTY_OFFICER,
                    CONVOY,
                    MEDIC,
                    HEAD_OF_FACILITY,
                    HUMAN_RIGHTS_REGION,
                    HUMAN_RIGHTS_DEPARTMENT,
                    PROSECUTOR,
                    ADVOCATE,
                    OMBUDSMAN,
                    ADMINISTRATOR -> new Appointed();
        };
    }
}
