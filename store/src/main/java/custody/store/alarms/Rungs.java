package custody.store.alarms;

import custody.record.law.rules.Escalation.Rung;

/** Rungs as rows keep them: numbers from 1, so that the higher of two is the greater. */
public final class Rungs {
    private Rungs() {}

    /** Number of a rung. */
    public static int number(Rung rung) {
        return switch (rung) {
            case CUSTODY_OFFICER -> 1;
            case HEAD_OF_FACILITY -> 2;
            case REGION -> 3;
            case DEPARTMENT -> 4;
            case PROSECUTOR -> 5;
        };
    }
}
