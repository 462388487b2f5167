package custody.node.alarms;

import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.Writer;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import java.util.List;
import java.util.Optional;

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
    public Optional<Declaration> answered(Writer writer) {
        return kept.answered(writer);
    }

    @Override
    public Declaration declare(FacilityCode facility, FacilityMartialLaw fact, Writer writer) {
        Declaration declaration = kept.declare(facility, fact, writer);
        wake.run();
        return declaration;
    }
}
