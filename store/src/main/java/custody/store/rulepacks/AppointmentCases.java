package custody.store.rulepacks;

import custody.record.places.Officer.Category;
import java.util.ArrayList;
import java.util.List;

/** Cases of a rule that is kept when an officer is appointed: what somebody is, and whether he may answer for detainees. */
public record AppointmentCases(String name, String provision, String rule, List<Asked> cases) implements Cases {

    /** What is answered. */
    public enum Answer {
        APPOINTED,
        REFUSED
    }

    /** One case: somebody who acts by that right is to become custody officer. */
    public record Asked(int line, String name, Category category, Answer answer) {}

    static AppointmentCases read(Source source) {
        List<Asked> cases = new ArrayList<>();
        for (Block block : source.cases()) {
            cases.add(new Asked(
                    Block.line(block.node()),
                    block.needText("name"),
                    Words.choice(Category.class, block.need("category"), "category"),
                    Words.choice(Answer.class, block.need("expect"), "answer")));
            block.done();
        }
        return new AppointmentCases(
                source.name(), source.provision(), source.rule().id(), List.copyOf(cases));
    }
}
