package custody.record.access;

import static custody.record.access.Role.ADVOCATE;
import static custody.record.access.Role.APPREHENDING_OFFICER;
import static custody.record.access.Role.CUSTODY_OFFICER;
import static custody.record.access.Role.DETAINEE;
import static custody.record.access.Role.FACILITY_STAFF;
import static custody.record.access.Role.HEAD_OF_FACILITY;
import static custody.record.access.Role.MEDIC;
import static custody.record.access.Scope.OWN_CLIENT;
import static custody.record.access.Scope.OWN_DETAINEE;
import static custody.record.access.Scope.OWN_DETAINEE_UNTIL_HANDED_OVER;
import static custody.record.access.Scope.OWN_FACILITY;
import static custody.record.access.Scope.OWN_RECORD;

import custody.record.catalogue.EventKind;
import custody.record.catalogue.Group;
import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.ComplaintFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.DefenceFact;
import custody.record.events.IncidentFact;
import custody.record.events.MedicalFact;
import custody.record.events.NoticeFact;
import custody.record.events.PropertyFact;
import custody.record.events.RightsFact;
import custody.record.events.SystemFact;
import custody.record.events.VideoFact;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Who may add and correct events of which kind. A kind without its own row goes by its group's. */
final class KindGrants {
    private static final Map<Class<?>, Row> KINDS = kinds();

    private KindGrants() {}

    static Row adding(EventKind kind) {
        Row own = KINDS.get(kind.type());
        return own == null ? group(kind.group()) : own;
    }

    /** Whoever may add a kind may correct it, where correcting is anybody's: a detainee's words stay as they were given. */
    static Row correcting(EventKind kind) {
        if (kind.type() == CustodyFact.Apprehended.class) {
            return facility(CUSTODY_OFFICER).and(OWN_DETAINEE_UNTIL_HANDED_OVER, APPREHENDING_OFFICER);
        }
        Row row = adding(kind);
        for (Role role : new Role[] {ADVOCATE, DETAINEE}) {
            row = row.and(Scope.NEVER, role);
        }
        return row;
    }

    private static Row group(Group group) {
        return switch (group) {
            case CUSTODY, QUESTIONING, RIGHTS, DEFENCE, CONTACTS -> facility(CUSTODY_OFFICER);
            case NOTICES, COMPLAINTS -> facility(CUSTODY_OFFICER);
            case CARE, MOVEMENT -> facility(CUSTODY_OFFICER, FACILITY_STAFF);
            case PROPERTY, COERCION, INCIDENTS ->
                facility(CUSTODY_OFFICER, FACILITY_STAFF).and(OWN_DETAINEE_UNTIL_HANDED_OVER, APPREHENDING_OFFICER);
            case MEDICAL -> facility(MEDIC);
            case VIDEO, SYSTEM -> Row.nobody();
        };
    }

    private static Map<Class<?>, Row> kinds() {
        Map<Class<?>, Row> rows = new HashMap<>();
        Row desk = facility(CUSTODY_OFFICER);
        Row deskAndStaff = facility(CUSTODY_OFFICER, FACILITY_STAFF);
        Row untilHandedOver = desk.and(OWN_DETAINEE_UNTIL_HANDED_OVER, APPREHENDING_OFFICER);

        // Written by the system, or by opening a record; a correction has its own action.
        put(rows, Row.nobody(), CustodyFact.Apprehended.class, CustodyFact.Correction.class);
        put(rows, Row.nobody(), VideoFact.FootageViewed.class, VideoFact.FootageExported.class);

        put(rows, untilHandedOver, RightsFact.RightsExplained.class, CustodyFact.Delivered.class);
        put(rows, untilHandedOver.and(OWN_FACILITY, MEDIC), NoticeFact.Notice.class);
        put(rows, desk.and(OWN_RECORD, DETAINEE), DefenceFact.DefenderRequested.class);
        put(rows, desk, CareFact.RiskAssessed.class, CareFact.ObservationLevelSet.class);
        put(
                rows,
                deskAndStaff,
                ContactFact.ContactStarted.class,
                ContactFact.ContactEnded.class,
                ContactFact.Visit.class,
                ContactFact.PhoneCall.class,
                PropertyFact.ItemMoved.class);
        put(rows, desk, PropertyFact.ItemReturned.class, PropertyFact.ItemKeptAsEvidence.class);
        put(
                rows,
                deskAndStaff.and(OWN_FACILITY, MEDIC).and(OWN_DETAINEE_UNTIL_HANDED_OVER, APPREHENDING_OFFICER),
                MedicalFact.MedicCalled.class,
                MedicalFact.MedicArrived.class,
                MedicalFact.Hospital.class);
        put(rows, untilHandedOver.and(OWN_FACILITY, MEDIC), MedicalFact.Injury.class);
        put(rows, desk.and(OWN_FACILITY, MEDIC), MedicalFact.Medication.class);
        // Every officer involved reports in writing (Police Law 44(2)), after hand-over too.
        put(rows, deskAndStaff.and(OWN_DETAINEE, APPREHENDING_OFFICER), CoercionFact.ForceStatement.class);
        put(rows, deskAndStaff.and(OWN_FACILITY, MEDIC), IncidentFact.Incident.class);
        put(
                rows,
                deskAndStaff
                        .and(OWN_FACILITY, MEDIC)
                        .and(OWN_DETAINEE_UNTIL_HANDED_OVER, APPREHENDING_OFFICER)
                        .and(OWN_CLIENT, ADVOCATE)
                        .and(OWN_RECORD, DETAINEE),
                ComplaintFact.Complaint.class);
        put(rows, desk.and(OWN_FACILITY, HEAD_OF_FACILITY), ComplaintFact.ComplaintForwarded.class);
        put(rows, facility(HEAD_OF_FACILITY), ComplaintFact.ComplaintAnswered.class);
        put(rows, desk.and(OWN_FACILITY, HEAD_OF_FACILITY), ComplaintFact.ViolationReported.class);
        put(rows, desk.and(OWN_FACILITY, HEAD_OF_FACILITY), SystemFact.FlagAnswered.class);
        put(rows, desk.and(OWN_FACILITY, HEAD_OF_FACILITY), VideoFact.FootageHeld.class);
        put(rows, facility(HEAD_OF_FACILITY), VideoFact.HoldReleased.class);
        return Map.copyOf(rows);
    }

    private static void put(Map<Class<?>, Row> rows, Row row, Class<?>... kinds) {
        Arrays.stream(kinds).forEach(kind -> rows.put(kind, row));
    }

    private static Row facility(Role... roles) {
        return Row.nobody().and(OWN_FACILITY, roles);
    }
}
