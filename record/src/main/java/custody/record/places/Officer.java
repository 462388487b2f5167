package custody.record.places;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;

/**
 * Somebody who acts in the system, by badge.
 *
 * @param badge names the person in every event
 * @param name full name
 * @param rank rank or title; may be empty
 * @param post post; may be empty
 * @param facility where the person serves
 * @param category by what right the person acts
 * @param active whether the person may still sign in
 */
public record Officer(
        Badge badge, String name, String rank, String post, FacilityCode facility, Category category, boolean active) {

    /** By what right a person acts. */
    public enum Category {
        /** службова особа, відповідальна за перебування затриманих */
        CUSTODY_OFFICER,
        APPREHENDING_OFFICER,
        DUTY_OFFICER,
        CONVOY,
        MEDIC,
        /** слідчий */
        INVESTIGATOR,
        /** дізнавач */
        INQUIRER,
        /** Head of an investigation or inquiry body. */
        HEAD_OF_INVESTIGATION,
        /** Other staff of an investigation body. */
        INVESTIGATION_STAFF,
        OPERATIONAL_OFFICER,
        HEAD_OF_FACILITY,
        /** Regional human-rights unit (управління з дотримання прав людини області). */
        HUMAN_RIGHTS_REGION,
        /** Human-rights department of the central body. */
        HUMAN_RIGHTS_DEPARTMENT,
        PROSECUTOR,
        ADVOCATE,
        /** Ombudsman, National Preventive Mechanism. */
        OMBUDSMAN,
        ADMINISTRATOR
    }
}
