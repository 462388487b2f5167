package custody.record.desk;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import java.util.List;
import java.util.Optional;

/** Martial law at facilities, as declared. A later declaration overrules an earlier one where both speak. */
public interface DeclaredMartialLaw {

    /** What became of a wish to declare. */
    sealed interface Declaration {

        /**
         * It is declared.
         *
         * @param until everything declared of the facility up to it, in the order in which it was written
         */
        record Stands(List<FacilityMartialLaw> until) implements Declaration {
            public Stands {
                until = List.copyOf(until);
            }
        }

        /** Its key was used for something else. */
        record KeyReused() implements Declaration {}
    }

    /** Everything declared of a facility, in the order in which it was written. */
    List<FacilityMartialLaw> of(FacilityCode facility);

    /** What became of an earlier request with this key, whatever was declared since; empty if there is none, or no key. */
    Optional<Declaration> answered(Writer writer);

    /**
     * Declares it to be, or not to be, in force in a time. It is an entry of the ledger before this returns, and the open
     * records of the facility are judged anew at once. A request that was answered before is answered again and declares
     * nothing; one without a key declares nothing that was declared last.
     *
     * @throws IllegalArgumentException if the end is not after the beginning
     */
    Declaration declare(FacilityCode facility, FacilityMartialLaw fact, Writer writer);

    /** Declares without a key. */
    default void declare(FacilityCode facility, FacilityMartialLaw fact, Badge by) {
        var _ = declare(facility, fact, new Writer(by, null));
    }
}
