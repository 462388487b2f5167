package custody.web.session;

import custody.record.desk.Reading.Purpose;
import custody.record.places.Officer.Category;

/** What an officer looks for when nothing else is said: the work of the category. */
final class Purposes {
    private Purposes() {}

    static Purpose of(Category category) {
        return switch (category) {
            case CUSTODY_OFFICER, APPREHENDING_OFFICER, DUTY_OFFICER, CONVOY, MEDIC, HEAD_OF_FACILITY -> Purpose.CARE;
            case INVESTIGATOR, INQUIRER, HEAD_OF_INVESTIGATION, INVESTIGATION_STAFF, OPERATIONAL_OFFICER ->
                Purpose.INVESTIGATION;
            case ADVOCATE -> Purpose.RIGHTS;
            case HUMAN_RIGHTS_DEPARTMENT, PROSECUTOR, OMBUDSMAN -> Purpose.INSPECTION;
            case ADMINISTRATOR -> Purpose.TECHNICAL;
        };
    }
}
