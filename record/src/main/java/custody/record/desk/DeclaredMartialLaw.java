package custody.record.desk;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import java.util.List;

/** Martial law at facilities, as declared. A later declaration overrules an earlier one where both speak. */
public interface DeclaredMartialLaw {

    /** Everything declared of a facility, in the order in which it was written. */
    List<FacilityMartialLaw> of(FacilityCode facility);

    /**
     * Declares it to be, or not to be, in force in a time. It is an entry of the ledger before this returns, and the open
     * records of the facility are judged anew at once.
     *
     * @throws IllegalArgumentException if the end is not after the beginning
     */
    void declare(FacilityCode facility, FacilityMartialLaw fact, Badge by);
}
