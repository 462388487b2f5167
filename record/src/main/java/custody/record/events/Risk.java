package custody.record.events;

/** What an answer of the risk screen points to. */
public enum Risk {
    SUICIDE_OR_SELF_HARM,
    INTOXICATED,
    WITHDRAWAL,
    MENTAL_HEALTH,
    HEAD_INJURY,
    CHRONIC_ILLNESS,
    MEDICATION_NEEDED,
    PREGNANCY,
    VULNERABLE,
    VIOLENT,
    ESCAPE,
    INFECTIOUS_DISEASE,
    TRAFFICKING_INDICATORS
}
