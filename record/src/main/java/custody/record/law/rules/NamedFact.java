package custody.record.law.rules;

/** The closed list of facts a rule may ask for by name. Each is derived from the record, or from the facility's state. */
public enum NamedFact {
    /** Under age by birth date, or by estimated age where no birth date is known. */
    MINOR,
    /** Under the age of the pack's small children, by birth date or by estimated age as above. */
    SMALL_CHILD,
    /** Doubt that the person is an adult. */
    AGE_DOUBT,
    /** A citizenship other than that of the pack's country, statelessness included. */
    FOREIGNER,
    PREGNANT,
    DEPENDENT_CHILD,
    DISABILITY,
    INTERPRETER_NEEDED,
    /** Martial law in force at the facility at that time. */
    MARTIAL_LAW,
    /** Out of the facility, still under control. */
    ELSEWHERE,
    /** In hospital or on the way there or back. */
    IN_HOSPITAL,
    INTOXICATED,
    VULNERABLE,
    JUDGE,
    ADVOCATE,
    MEMBER_OF_PARLIAMENT,
    SERVICEMAN,
    VETERAN,
    FORMER_CAPTIVE,
    INTELLIGENCE_STAFF,
    ENFORCEMENT_OFFICER,
    POLICE_OFFICER,
    ASYLUM_SEEKER
}
