package custody.web.session;

import custody.record.access.Relation;
import custody.record.access.Role;
import custody.record.access.Visible;
import custody.record.desk.Reading;
import custody.record.desk.Reading.Purpose;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.record.places.Regions;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request, as the desk sees it: who asks, in which language, at which facility's desk, when.
 *
 * @param signedIn who asks; null before sign-in
 * @param wording the words of the language asked for
 * @param times times as this facility's walls show them
 * @param facility this node's facility
 * @param regions which facilities lie in one region
 * @param now the node's time when the request came
 * @param purpose what personal data is looked at for, as it was said; null goes by the officer's work
 */
public record Visit(
        @Nullable Officer signedIn,
        Wording wording,
        Times times,
        Facility facility,
        Regions regions,
        Instant now,
        @Nullable String purpose) {

    /** Who asks; a visit of nobody is turned to the sign-in. */
    public Officer officer() {
        if (signedIn == null) {
            throw new ProblemFound(ProblemName.SIGN_IN_NEEDED);
        }
        return signedIn;
    }

    /** How the visitor stands to a facility. */
    public Relation relation(FacilityCode code) {
        return Relation.to(code, officer(), regions);
    }

    /** How the visitor stands to this node's facility. */
    public Relation relation() {
        return relation(facility.code());
    }

    /** How the visitor stands to a record. */
    public Relation relation(CustodyRecord record) {
        return Relation.to(record, officer(), regions);
    }

    /** How things stand with a person, as far as the visitor may see it. */
    public Situation shown(CustodyRecord record) {
        return Visible.of(record.situation(), Role.of(officer().category()), relation(record));
    }

    /** A look at personal data, for the purpose that was said, or the one that goes with the officer's work. */
    public Reading reading(String what) {
        Officer officer = officer();
        Purpose said = purpose == null ? Purposes.of(officer.category()) : Purposes.named(purpose);
        return new Reading(officer.badge(), officer.post(), said, what);
    }
}
