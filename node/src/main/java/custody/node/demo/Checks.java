package custody.node.demo;

import static custody.node.demo.DemoOfficers.DUTY;
import static custody.node.demo.DemoOfficers.MEDIC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at this one person, each within the observation level, at uneven times, except where a plot wants them wrong. */
final class Checks {
    private static final Duration OVERDUE = Duration.ofMinutes(31);
    private static final Duration WRONG = Duration.ofHours(5);

    private static final Duration TO_THE_MEDIC = Duration.ofMinutes(9);

    private final Story story;

    Checks(Story story) {
        this.story = story;
    }

    void tell() {
        Instant to = story.when.end().minus(Duration.ofMinutes(5));
        Instant wrong = story.when.housed().plus(Duration.ofHours(2));
        boolean odd = story.plot.with("batch") || story.plot.with("exact");
        Instant at = story.after(story.when.at("D+0:44"), 0, 5);
        while (at.isBefore(to)) {
            boolean skipped = odd && at.isAfter(wrong) && at.isBefore(wrong.plus(WRONG));
            if (!story.diary.present(at, at.plusSeconds(60))) {
                at = story.after(at, 2, 4);
                continue;
            }
            if (!skipped && !overdue(at)) {
                check(at, story.number(0, 250));
            }
            at = story.after(at, level(at) * 0.46, level(at) * 0.78);
        }
        if (story.plot.with("batch")) {
            batch(wrong);
        }
        if (story.plot.with("exact")) {
            exact(wrong);
        }
    }

    /** Nobody looked for longer than the level allows: the check that the demo begins with. */
    private boolean overdue(Instant at) {
        return story.plot
                .find("overdue")
                .map(story.when::at)
                .filter(last -> at.isAfter(last) && at.isBefore(last.plus(OVERDUE)))
                .isPresent();
    }

    private double level(Instant at) {
        String[] later = story.plot.find("later").orElse("").split(" ", -1);
        String level = later.length == 2 && at.isAfter(story.when.at(later[1])) ? later[0] : story.plot.word("level");
        return level.equals("constant") ? 14 : Double.parseDouble(level);
    }

    /** One look in 80 is written late with its reason, one in 250 without any. */
    private void check(Instant at, int lot) {
        String mood = mood(at);
        Told told = look(at, mood, null);
        if (lot == 0) {
            told = told.late(Duration.ofMinutes(story.number(17, 38)), null);
        } else if (lot < 4) {
            told = told.late(Duration.ofMinutes(story.number(17, 55)), story.say("late.reason"));
        }
        story.tell(told);
        if (mood.equals("unwell")) {
            // Whoever is found unwell is seen by the medic at once.
            story.tell(Told.of(at.plus(TO_THE_MEDIC), MEDIC, Facts.of("medic-arrived"))
                    .in(story.home));
        }
    }

    private String mood(Instant at) {
        if (!story.diary.free(at, at.plusSeconds(60)) || at.isAfter(story.when.at("E-0:40"))) {
            return "busy";
        }
        if (Diary.night(at) && story.chance(88)) {
            return "sleep";
        }
        boolean unwell = List.of("chronic-illness", "withdrawal", "intoxicated", "head-injury").stream()
                .anyMatch(story.plot.risks()::contains);
        boolean low = List.of("suicide-or-self-harm", "mental-health", "vulnerable").stream()
                .anyMatch(story.plot.risks()::contains);
        if (unwell && story.chance(25)) {
            return "unwell";
        }
        return low && story.chance(30) ? "distress" : "calm";
    }

    private Told look(Instant at, String mood, @Nullable String seen) {
        String condition = switch (mood) {
            case "sleep" -> "asleep-breathing";
            case "unwell" -> "unwell";
            case "distress" -> "distressed";
            default -> "calm-awake";
        };
        boolean asleep = mood.equals("sleep");
        return Told.of(
                        at,
                        DUTY,
                        Facts.of(
                                "check-made",
                                "condition",
                                condition,
                                "roused",
                                (asleep && story.plot.risks().contains("intoxicated")) ? true : null,
                                "seen",
                                seen == null ? story.say("check." + mood) : seen,
                                "response",
                                mood.equals("calm") && story.chance(35) ? story.say("check.response") : null))
                .in(mood.equals("busy") ? null : story.home);
    }

    /** Five hours of looks with one text, all written in two minutes at the end of the shift. */
    private void batch(Instant first) {
        Instant written = first.plus(WRONG);
        for (Instant at = first; at.isBefore(written); at = at.plus(Duration.ofMinutes(29))) {
            if (story.diary.free(at, at.plusSeconds(60))) {
                story.tell(look(at, "calm", story.say("copied")).late(Duration.between(at, written), null));
            }
        }
    }

    /** Five hours of looks on the half hour to the second, as no walk through a corridor is. */
    private void exact(Instant first) {
        Instant round = first.truncatedTo(java.time.temporal.ChronoUnit.HOURS).plus(Duration.ofHours(1));
        for (Instant at = round; at.isBefore(first.plus(WRONG)); at = at.plus(Duration.ofMinutes(30))) {
            if (story.diary.free(at, at.plusSeconds(60))) {
                story.tell(look(at, mood(at), story.chance(40) ? story.say("copied") : null));
            }
        }
    }
}
