package custody.record.access;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.Badge;
import custody.record.events.ComplaintFact.Complaint;
import custody.record.events.ComplaintFact.ViolationFound;
import custody.record.events.ContactFact;
import custody.record.events.ContactFact.InterviewStarted;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.SuspicionNotified;
import custody.record.events.DefenceFact;
import custody.record.events.DefenceFact.DefenderAppointed;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import custody.record.places.Regions;

/**
 * How somebody stands to a record, or to a facility where no record is meant.
 *
 * @param ownFacility serves at the facility
 * @param ownRegion serves in the facility's region
 * @param ownDetainee apprehended the person
 * @param handedOver whether the person is registered, and so no longer the apprehending officer's
 * @param ownCase investigates the case
 * @param ownClient defends the person
 * @param ownRecord is the person
 * @param named named in a complaint or a violation on this record
 */
public record Relation(
        boolean ownFacility,
        boolean ownRegion,
        boolean ownDetainee,
        boolean handedOver,
        boolean ownCase,
        boolean ownClient,
        boolean ownRecord,
        boolean named) {

    /** No relation at all. */
    public static final Relation STRANGER = new Relation(false, false, false, false, false, false, false, false);

    /** How an officer stands to a facility. */
    public static Relation to(FacilityCode facility, Officer officer, Regions regions) {
        boolean own = officer.facility().equals(facility);
        boolean region = regions.same(officer.facility(), facility);
        return new Relation(own, region, false, false, false, false, false, false);
    }

    /** The same of somebody whom a complaint or a violation names. */
    public Relation asNamed() {
        return new Relation(ownFacility, ownRegion, ownDetainee, handedOver, ownCase, ownClient, ownRecord, true);
    }

    /** Whether a complaint or a violation on a record names somebody. */
    public static boolean named(CustodyRecord record, Badge badge) {
        return record.standing().stream().anyMatch(event -> names(event, badge));
    }

    /** How an officer stands to a record, by what the record itself says. */
    public static Relation to(CustodyRecord record, Officer officer, Regions regions) {
        boolean detainee = false;
        boolean investigates = false;
        boolean defends = false;
        boolean named = false;
        for (Event event : record.standing()) {
            detainee |= event.fact() instanceof Apprehended apprehended
                    && (apprehended.by().contains(officer.badge())
                            || event.recordedBy().equals(officer.badge()));
            investigates |= investigates(event, officer.badge());
            defends |= defends(event, officer.badge());
            named |= names(event, officer.badge());
        }
        Situation situation = record.situation();
        return new Relation(
                officer.facility().equals(record.number().facility()),
                regions.same(officer.facility(), record.number().facility()),
                detainee,
                situation.registeredAt() != null,
                investigates,
                defends,
                false,
                named);
    }

    /** Whoever questions, or serves the suspicion, has the case. */
    private static boolean investigates(Event event, Badge badge) {
        boolean questions = event.fact() instanceof InterviewStarted interview && badge.equals(interview.interviewer());
        boolean performs = event.performedBy().contains(badge);
        return questions
                || (performs && (event.fact() instanceof ContactFact || event.fact() instanceof SuspicionNotified));
    }

    /** A defender is known by badge, never by name: names are shared. */
    private static boolean defends(Event event, Badge badge) {
        boolean appointed = event.fact() instanceof DefenderAppointed appointment
                && badge.number().equals(appointment.defender());
        return appointed
                || (event.fact() instanceof DefenceFact && event.performedBy().contains(badge));
    }

    private static boolean names(Event event, Badge badge) {
        return (event.fact() instanceof Complaint complaint && complaint.about().contains(badge))
                || (event.fact() instanceof ViolationFound violation
                        && violation.about().contains(badge));
    }
}
