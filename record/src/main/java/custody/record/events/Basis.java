package custody.record.events;

/** Legal bases of control over a person; each selects its clocks. The provision stands beside each. */
public enum Basis {
    /** КПК 208(1): caught in the act and the other cases without a court's ruling. */
    CPC_208,
    /** КПК 208(2): grave offence, reasons to believe in flight. */
    CPC_208_2,
    /** КПК 188–191: permission of the investigating judge or the court. */
    COURT_PERMISSION,
    /** КПК 298-2: criminal misdemeanour. */
    MISDEMEANOUR,
    /** КПК 207: apprehension by a private person. */
    PRIVATE_ARREST,
    /** КПК 615: under martial law. */
    MARTIAL_LAW,
    /** КПК 582, 595: extradition, or surrender to the International Criminal Court. */
    EXTRADITION,
    /** КУпАП 261–263: administrative detention. */
    ADMINISTRATIVE,
    /** Remand in custody, awaiting transfer to a remand prison. */
    REMAND,
    /** КУпАП 32: administrative arrest being served. */
    ADMINISTRATIVE_ARREST,
    /** A sentence being served, or a convicted person in transit. */
    CONVICTED,
    /** Police Law 41: police care; no search. */
    POLICE_CARE,
    /** Detention of a foreigner under migration law. */
    MIGRATION,
    /** No basis to hold: a person invited or delivered, made visible as such. */
    VISITOR;

    /** What makes a misdemeanour's limit longer (КПК 298-2(4)). */
    public enum Aggravation {
        NONE,
        RESISTANCE_OR_FLIGHT,
        INTOXICATED_DANGEROUS
    }

    /** Regime of an administrative detention (КУпАП 263). */
    public enum Regime {
        ORDINARY,
        BORDER
    }
}
