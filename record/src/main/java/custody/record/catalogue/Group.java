package custody.record.catalogue;

import custody.record.events.CareFact;
import custody.record.events.CoercionFact;
import custody.record.events.ComplaintFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.DefenceFact;
import custody.record.events.Fact;
import custody.record.events.IncidentFact;
import custody.record.events.MedicalFact;
import custody.record.events.MovementFact;
import custody.record.events.NoticeFact;
import custody.record.events.PropertyFact;
import custody.record.events.QuestioningFact;
import custody.record.events.RightsFact;
import custody.record.events.SystemFact;
import custody.record.events.VideoFact;

/** Groups of kinds, as people look for them. */
public enum Group {
    CUSTODY(CustodyFact.class),
    QUESTIONING(QuestioningFact.class),
    RIGHTS(RightsFact.class),
    NOTICES(NoticeFact.class),
    DEFENCE(DefenceFact.class),
    CARE(CareFact.class),
    MEDICAL(MedicalFact.class),
    PROPERTY(PropertyFact.class),
    COERCION(CoercionFact.class),
    MOVEMENT(MovementFact.class),
    CONTACTS(ContactFact.class),
    COMPLAINTS(ComplaintFact.class),
    INCIDENTS(IncidentFact.class),
    VIDEO(VideoFact.class),
    SYSTEM(SystemFact.class);

    private final Class<? extends Fact> facts;

    Group(Class<? extends Fact> facts) {
        this.facts = facts;
    }

    /** The group of a fact's type. */
    static Group of(Class<?> facts) {
        for (Group group : values()) {
            if (group.facts.equals(facts)) {
                return group;
            }
        }
        throw new IllegalStateException("no group for " + facts.getSimpleName());
    }
}
