package custody.node.alarms;

import custody.record.desk.DeclaredMartialLaw;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import java.util.List;

/** Declares, and wakes the alarm clock: open records are judged anew at once, not at the next minute. */
public final class DeclaringMartialLaw implements DeclaredMartialLaw {
    private final DeclaredMartialLaw kept;
    private final Runnable wake;

    /** Over what keeps the declarations. */
    public DeclaringMartialLaw(DeclaredMartialLaw kept, Runnable wake) {
        this.kept = kept;
        this.wake = wake;
    }

    @Override
    public List<FacilityMartialLaw> of(FacilityCode facility) {
        return kept.of(facility);
    }

    @Override
    public void declare(FacilityCode facility, FacilityMartialLaw fact, Badge by) {
        kept.declare(facility, fact, by);
        wake.run();
    }
}
