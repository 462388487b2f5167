package custody.node.demo;

import static custody.node.demo.DemoFacility.REGISTRATION;
import static custody.node.demo.DemoFacility.SEARCH;
import static custody.node.demo.DemoOfficers.CUSTODY;
import static custody.node.demo.DemoOfficers.DUTY;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person has about them: described, sealed, given back or handed on. */
final class Belongings {
    private static final String EVIDENCE = " # речовий доказ";

    private final Story story;

    Belongings(Story story) {
        this.story = story;
    }

    /** Described and sealed one by one after the search. */
    void taken() {
        String own = story.plot.orNull("items");
        if (own != null) {
            take(own.replace(EVIDENCE, ""), 0, own.endsWith(EVIDENCE));
        }
        Map<String, String> pocketed = new LinkedHashMap<>();
        for (int count = story.number(3, 6); count > 0; count--) {
            String item = story.say("item");
            pocketed.putIfAbsent(item.split(" ; ", -1)[0], item);
        }
        int place = 1;
        for (String item : pocketed.values()) {
            take(item, place++, false);
        }
    }

    private void take(String written, int place, boolean evidence) {
        String[] parts = written.split(" ; ", -1);
        String seal = "99-" + story.number(10_000, 99_999);
        Instant at = story.after(story.when.at("D+0:34"), place * 0.7, place * 0.7 + 0.5);
        story.tell(Told.of(
                        at,
                        DUTY,
                        Facts.of(
                                "item-taken",
                                "item",
                                parts[0],
                                "description",
                                parts[1],
                                "seal",
                                seal,
                                "worth",
                                Integer.valueOf(parts[2]),
                                "storedAt",
                                "комора, полиця " + story.number(1, 24)))
                .in(SEARCH));
        if (evidence) {
            Instant kept = story.after(story.when.at("D+2:00"), 0, 25);
            story.tell(Told.of(
                    kept,
                    CUSTODY,
                    Facts.of(
                            "item-kept-as-evidence",
                            "item",
                            parts[0],
                            "seal",
                            seal,
                            "authority",
                            "слідчий Камінчук Р. Я., постанова")));
        } else {
            story.belongings.add(new Story.Belonging(parts[0], seal));
        }
    }

    /** Given back to the person, or sealed to whoever takes the person over. */
    void given(boolean handedOn) {
        int place = 0;
        for (Story.Belonging item : List.copyOf(story.belongings)) {
            Instant at = story.after(story.when.at("E-0:20"), place * 0.8, place * 0.8 + 0.5);
            place++;
            story.tell(Told.of(
                            at,
                            CUSTODY,
                            handedOn
                                    ? Facts.of(
                                            "item-moved",
                                            "item",
                                            item.name(),
                                            "seal",
                                            item.seal(),
                                            "to",
                                            "конвой, під підпис")
                                    : Facts.of(
                                            "item-returned",
                                            "item",
                                            item.name(),
                                            "seal",
                                            item.seal(),
                                            "to",
                                            "власник",
                                            "signature",
                                            "signed"))
                    .in(REGISTRATION));
        }
    }
}
