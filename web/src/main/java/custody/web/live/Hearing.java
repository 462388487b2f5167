package custody.web.live;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.access.Relation;
import custody.record.access.Role;
import custody.record.desk.RaisedAlerts;
import custody.record.desk.RaisedAlerts.Settled;
import custody.record.desk.RaisedAlerts.Told;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.law.rules.Escalation.Rung;
import custody.web.session.Visit;
import java.util.List;
import java.util.Set;

/**
 * Which alerts somebody's screen rings for.
 *
 * @param facility facility of the node
 * @param rungs rungs on which the person stands; empty for whoever takes no note of alerts
 */
public record Hearing(FacilityCode facility, Set<Rung> rungs) {
    public Hearing {
        rungs = Set.copyOf(rungs);
    }

    /** Of whoever visits. */
    public static Hearing of(Visit visit) {
        FacilityCode facility = visit.facility().code();
        Relation relation = visit.relation(facility);
        boolean may = Access.decide(visit.officer(), General.ACKNOWLEDGE_ALERTS, relation)
                .permitted();
        return new Hearing(facility, may ? rungs(Role.of(visit.officer().category())) : Set.of());
    }

    boolean hears(Told told) {
        return told.facility().equals(facility) && rungs.contains(told.rung());
    }

    /** Whether a page of alerts of this person's shows what was. */
    boolean concerns(Settled settled) {
        return settled.facility().equals(facility) && !rungs.isEmpty();
    }

    /** The person's screen shows these alerts. */
    public void hear(RaisedAlerts alerts, List<EventId> shown) {
        rungs.forEach(rung -> alerts.heard(facility, rung, shown));
    }

    private static Set<Rung> rungs(Role role) {
        return switch (role) {
            case CUSTODY_OFFICER, FACILITY_STAFF -> Set.of(Rung.CUSTODY_OFFICER);
            case HEAD_OF_FACILITY -> Set.of(Rung.HEAD_OF_FACILITY);
            case HUMAN_RIGHTS_REGION -> Set.of(Rung.REGION);
            case HUMAN_RIGHTS_DEPARTMENT -> Set.of(Rung.DEPARTMENT);
            case PROSECUTOR -> Set.of(Rung.PROSECUTOR);
            case APPREHENDING_OFFICER, MEDIC, INVESTIGATION, ADVOCATE, OMBUDSMAN, DETAINEE, PUBLIC, ADMINISTRATOR ->
                Set.of();
        };
    }
}
