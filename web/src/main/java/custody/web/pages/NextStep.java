package custody.web.pages;

import custody.record.detention.Situation;
import custody.record.detention.Situation.Status;

/**
 * What comes next on the way through custody, as far as the situation alone tells; what is due by law are tasks.
 *
 * @param text key of its text
 * @param path where it is done, after the record's path
 */
record NextStep(String text, String path) {

    static NextStep of(Situation situation) {
        if (situation.status() == Status.ON_THE_WAY) {
            return step("delivered");
        }
        if (situation.status() == Status.ELSEWHERE) {
            return step("escort-in");
        }
        if (situation.registeredAt() == null) {
            return step("registered");
        }
        if (situation.level() == null) {
            return step(situation.risks().isEmpty() ? "risk-assessed" : "observation-level-set");
        }
        return situation.room() == null ? step("cell-allocated") : new NextStep("next.none", "");
    }

    private static NextStep step(String kind) {
        return new NextStep("next." + kind, "/events/new/" + kind);
    }
}
