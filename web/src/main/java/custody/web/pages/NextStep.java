package custody.web.pages;

import custody.record.detention.Situation;
import custody.record.detention.Situation.Status;

/**
 * What is to be done next for a person, as far as the situation alone tells.
 *
 * @param text key of its text
 * @param path where it is done, after the record's path
 */
record NextStep(String text, String path) {

    static NextStep of(Situation situation, Checks checks) {
        if (situation.status() == Status.ON_THE_WAY) {
            return step("delivered");
        }
        if (situation.status() == Status.ELSEWHERE) {
            return step("escort-in");
        }
        if (checks.state() == Checks.State.RED) {
            return step("check-made");
        }
        if (situation.registeredAt() == null) {
            return step("registered");
        }
        if (situation.level() == null) {
            return step(situation.risks().isEmpty() ? "risk-assessed" : "observation-level-set");
        }
        if (situation.room() == null) {
            return step("cell-allocated");
        }
        return checks.state() == Checks.State.AMBER ? step("check-made") : new NextStep("next.none", "");
    }

    private static NextStep step(String kind) {
        return new NextStep("next." + kind, "/events/new/" + kind);
    }
}
