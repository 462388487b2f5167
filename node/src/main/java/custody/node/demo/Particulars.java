package custody.node.demo;

import java.util.Map;

/** Values that the ordinary scenes ask for and that follow from a story's plot. */
final class Particulars {
    private static final Map<String, String> LEVELS =
            Map.of("constant", "constant", "15", "every-15-min", "30", "every-30-min", "60", "every-60-min");

    private Particulars() {}

    static Slots of(Story story) {
        Plot plot = story.plot;
        Slots slots = new Slots(story);
        boolean special = plot.lines().stream().anyMatch(line -> line.contains(" special-means-used "));
        slots.put("forced", String.valueOf(special));
        if (special) {
            slots.put("forcedhow", plot.word("coercion"));
        }
        slots.put("coerced", String.valueOf(plot.find("coercion").isPresent()));
        slots.put("doctor", String.valueOf(!plot.risks().isEmpty() || story.chance(30)));
        slots.put("levelname", LEVELS.getOrDefault(plot.word("level"), "every-60-min"));
        slots.put("levelreason", plot.find("levelreason").orElseGet(() -> story.say("level.reason")));
        slots.put("appointedby", plot.with("own-defender") ? "detainee-or-relatives" : "legal-aid-centre");
        slots.put("firstcall", story.chance(70) && !plot.with("silent") ? "reached" : "attempted");
        slots.put("stated", "T+0:00");
        slots.put("x", String.valueOf(story.number(255, 330)));
        slots.put("wrist", story.chance(50) ? "праве зап'ястя" : "ліве зап'ястя");
        slots.put("size", String.valueOf(story.number(8, 26)));
        plot.find("medicine").ifPresent(medicine -> {
            slots.put("medicinename", medicine.split(" ; ", -1)[0]);
            slots.put("dose", medicine.split(" ; ", -1)[1]);
        });
        if (plot.with("consul")) {
            slots.put("consul", "true");
        }
        ending(plot, slots);
        return slots;
    }

    private static void ending(Plot plot, Slots slots) {
        String[] ending = plot.word("ending").split(" \\| ", -1);
        String[] how = ending[0].split(" ", -1);
        slots.put(how[0].equals("transfer") ? "destination" : "ground", how[1]);
        if (ending.length > 1) {
            slots.put("receiver", ending[1]);
        }
        plot.find("court").ifPresent(court -> slots.put("ruling", court.split(" ", -1)[0]));
    }
}
