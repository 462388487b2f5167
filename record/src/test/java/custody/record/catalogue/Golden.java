package custody.record.catalogue;

import java.util.List;

/** The kinds of the API, group by group, as its contract lists them. */
final class Golden {
    static final List<String> KINDS = List.of(
            "apprehended delivered registered identified basis-added basis-changed protocol-drawn-up",
            "protocol-copy-given suspicion-notified brought-to-court court-decision ground-ceased released",
            "transferred escaped died record-closed addendum correction",
            "officer-questioned detainee-questioned",
            "rights-explained letter-of-rights-given right-delayed delayed-right-given",
            "notice",
            "defender-requested defender-appointed defender-arrived defender-waived confidential-meeting",
            "interpreter appropriate-adult",
            "risk-assessed observation-level-set check-made meal drink walk shower sleep call-button item-issued",
            "handover",
            "medic-called medic-arrived examined injury fitness-assessed medication hospital",
            "searched item-taken item-moved item-returned item-kept-as-evidence",
            "force-used special-means-used handcuffs force-statement",
            "moved cell-allocated escort-out escort-in",
            "contact-permitted contact-refused contact-started contact-ended interview-started interview-break",
            "interview-resumed interview-ended visit phone-call",
            "complaint complaint-forwarded complaint-answered violation-found violation-reported",
            "incident",
            "footage-viewed footage-held hold-released footage-exported",
            "clock-warning clock-breached law-applied flag-raised flag-answered alert-acknowledged",
            "facility-martial-law");

    static final List<String> BASES = List.of(
            "cpc-208",
            "cpc-208-2",
            "court-permission",
            "misdemeanour",
            "private-arrest",
            "martial-law",
            "extradition",
            "administrative",
            "remand",
            "administrative-arrest",
            "convicted",
            "police-care",
            "migration",
            "visitor");

    static final List<String> ADDRESSEES = List.of(
            "relative",
            "legal-aid",
            "parents",
            "guardianship-body",
            "consulate",
            "prosecutor",
            "investigation-body",
            "dbr",
            "agency",
            "employer",
            "juvenile-police",
            "ministry-of-justice",
            "head-of-body");

    private Golden() {}
}
