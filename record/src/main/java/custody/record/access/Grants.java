package custody.record.access;

import static custody.record.access.Role.ADMINISTRATOR;
import static custody.record.access.Role.ADVOCATE;
import static custody.record.access.Role.APPREHENDING_OFFICER;
import static custody.record.access.Role.CUSTODY_OFFICER;
import static custody.record.access.Role.DETAINEE;
import static custody.record.access.Role.FACILITY_STAFF;
import static custody.record.access.Role.HEAD_OF_FACILITY;
import static custody.record.access.Role.HUMAN_RIGHTS_DEPARTMENT;
import static custody.record.access.Role.HUMAN_RIGHTS_REGION;
import static custody.record.access.Role.INVESTIGATION;
import static custody.record.access.Role.MEDIC;
import static custody.record.access.Role.OMBUDSMAN;
import static custody.record.access.Role.PROSECUTOR;
import static custody.record.access.Scope.ANYWHERE;
import static custody.record.access.Scope.OWN_CASE;
import static custody.record.access.Scope.OWN_CLIENT;
import static custody.record.access.Scope.OWN_DETAINEE;
import static custody.record.access.Scope.OWN_DETAINEE_UNTIL_HANDED_OVER;
import static custody.record.access.Scope.OWN_FACILITY;
import static custody.record.access.Scope.OWN_RECORD;
import static custody.record.access.Scope.OWN_REGION;

import custody.record.access.Action.Adding;
import custody.record.access.Action.Correcting;
import custody.record.access.Action.General;

/** Who may do what, how far: the whole table. What is not granted here is denied. */
final class Grants {
    /** Those who watch over custody everywhere from outside it: they read everything and write nothing. */
    private static final Role[] OVERSIGHT = {HUMAN_RIGHTS_DEPARTMENT, PROSECUTOR, OMBUDSMAN};

    private Grants() {}

    static Row of(Action action) {
        return switch (action) {
            case General general -> of(general);
            case Adding adding -> KindGrants.adding(adding.kind());
            case Correcting correcting -> KindGrants.correcting(correcting.kind());
        };
    }

    private static Row of(General action) {
        return switch (action) {
            case OPEN_RECORD -> facility(CUSTODY_OFFICER, FACILITY_STAFF, APPREHENDING_OFFICER);
            case READ_RECORD ->
                facility(CUSTODY_OFFICER, FACILITY_STAFF, MEDIC, HEAD_OF_FACILITY)
                        .and(OWN_DETAINEE_UNTIL_HANDED_OVER, APPREHENDING_OFFICER)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT)
                        .and(OWN_CLIENT, ADVOCATE)
                        .and(OWN_RECORD, DETAINEE);
            case READ_MEDICAL ->
                facility(CUSTODY_OFFICER, MEDIC)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT)
                        .and(OWN_RECORD, DETAINEE);
            case READ_CONFIDENTIAL ->
                facility(CUSTODY_OFFICER)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT)
                        .and(OWN_RECORD, DETAINEE);
            case READ_CLOCKS ->
                facility(CUSTODY_OFFICER, FACILITY_STAFF, MEDIC, HEAD_OF_FACILITY)
                        .and(OWN_DETAINEE_UNTIL_HANDED_OVER, APPREHENDING_OFFICER)
                        .and(OWN_CASE, INVESTIGATION)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT)
                        .and(OWN_CLIENT, ADVOCATE)
                        .and(OWN_RECORD, DETAINEE);
            case READ_WHITEBOARD, SEARCH ->
                facility(CUSTODY_OFFICER, FACILITY_STAFF, MEDIC, HEAD_OF_FACILITY)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT);
            case READ_READINGS ->
                facility(CUSTODY_OFFICER, HEAD_OF_FACILITY)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT)
                        .and(OWN_CLIENT, ADVOCATE)
                        .and(OWN_RECORD, DETAINEE);
            case READ_LEDGER -> Row.nobody().and(ANYWHERE, Role.values());
            case WATCH_CAMERAS ->
                facility(CUSTODY_OFFICER, FACILITY_STAFF, HEAD_OF_FACILITY)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT);
            case VIEW_FOOTAGE ->
                facility(CUSTODY_OFFICER, HEAD_OF_FACILITY)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT);
            case EXPORT_FOOTAGE ->
                facility(CUSTODY_OFFICER, HEAD_OF_FACILITY)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, OVERSIGHT);
            case UPLOAD_FOOTAGE -> facility(CUSTODY_OFFICER, FACILITY_STAFF, APPREHENDING_OFFICER, HEAD_OF_FACILITY);
            case LINK_FOOTAGE ->
                facility(CUSTODY_OFFICER, FACILITY_STAFF, HEAD_OF_FACILITY).and(OWN_DETAINEE, APPREHENDING_OFFICER);
            case RELINK_FOOTAGE -> facility(HEAD_OF_FACILITY);
            case LIFT_MASK -> facility(CUSTODY_OFFICER);
            case ACKNOWLEDGE_ALERTS ->
                facility(CUSTODY_OFFICER, FACILITY_STAFF, HEAD_OF_FACILITY)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, HUMAN_RIGHTS_DEPARTMENT, PROSECUTOR);
            case READ_TECHNICAL_STATE ->
                facility(HEAD_OF_FACILITY)
                        .and(OWN_REGION, HUMAN_RIGHTS_REGION)
                        .and(ANYWHERE, ADMINISTRATOR, HUMAN_RIGHTS_DEPARTMENT);
            case ADMINISTER_OFFICERS -> facility(HEAD_OF_FACILITY).and(ANYWHERE, ADMINISTRATOR);
            case ADMINISTER_FACILITIES -> Row.nobody().and(ANYWHERE, ADMINISTRATOR);
            case DECLARE_MARTIAL_LAW -> Row.nobody().and(ANYWHERE, ADMINISTRATOR, HUMAN_RIGHTS_DEPARTMENT);
        };
    }

    private static Row facility(Role... roles) {
        return Row.nobody().and(OWN_FACILITY, roles);
    }
}
