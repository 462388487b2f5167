package custody.record.access;

import custody.record.places.Officer;

/** By what right somebody acts, as the access rules see it (docs/design/access.md). */
public enum Role {
    APPREHENDING_OFFICER,
    CUSTODY_OFFICER,
    /** Duty officer, convoy and other staff within the facility. */
    FACILITY_STAFF,
    MEDIC,
    /** Investigators, inquirers, their heads and staff, operational officers (КПК 212(2)). */
    INVESTIGATION,
    HEAD_OF_FACILITY,
    /** Human-rights unit of a region. */
    HUMAN_RIGHTS_REGION,
    /** Human-rights department, over all regions. */
    HUMAN_RIGHTS_DEPARTMENT,
    PROSECUTOR,
    ADVOCATE,
    /** Ombudsman, National Preventive Mechanism. */
    OMBUDSMAN,
    DETAINEE,
    /** Anyone, without signing in. */
    PUBLIC,
    ADMINISTRATOR;

    /** The role of an officer's category. */
    public static Role of(Officer.Category category) {
        return switch (category) {
            case CUSTODY_OFFICER -> CUSTODY_OFFICER;
            case APPREHENDING_OFFICER -> APPREHENDING_OFFICER;
            case DUTY_OFFICER, CONVOY -> FACILITY_STAFF;
            case MEDIC -> MEDIC;
            case INVESTIGATOR, INQUIRER, HEAD_OF_INVESTIGATION, INVESTIGATION_STAFF, OPERATIONAL_OFFICER ->
                INVESTIGATION;
            case HEAD_OF_FACILITY -> HEAD_OF_FACILITY;
            case HUMAN_RIGHTS_REGION -> HUMAN_RIGHTS_REGION;
            case HUMAN_RIGHTS_DEPARTMENT -> HUMAN_RIGHTS_DEPARTMENT;
            case PROSECUTOR -> PROSECUTOR;
            case ADVOCATE -> ADVOCATE;
            case OMBUDSMAN -> OMBUDSMAN;
            case ADMINISTRATOR -> ADMINISTRATOR;
        };
    }
}
