package custody.record.law.rules;

/** What a breach demands of people. Wire names are kebab-case. */
public enum Demand {
    RELEASE,
    BRING_TO_COURT,
    NOTIFY,
    NOTIFY_AGAIN,
    NOTIFY_PROSECUTOR,
    REPORT_TO_HEAD,
    EXPLAIN_RIGHTS,
    QUESTION,
    REGISTER,
    DELIVER,
    HAND_OVER_COPY,
    CALL_MEDIC,
    CALL_DEFENDER,
    STOP,
    LOOSEN,
    CHECK_NOW,
    GIVE,
    MOVE_ON,
    REVIEW,
    EXPLAIN
}
