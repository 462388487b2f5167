package custody.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whoever meets the person while in custody, and the court: each finds its time in the person's diary. */
final class Encounters {
    private static final Duration COURT = Duration.ofMinutes(108);

    private final Story story;
    private final Slots slots;
    private final Telling telling;
    private final Instant from;
    private final Instant to;

    Encounters(Story story, Slots slots, Telling telling) {
        this.story = story;
        this.slots = slots;
        this.telling = telling;
        this.from = story.when.housed().plus(Duration.ofMinutes(9));
        this.to = story.when.end().minus(Duration.ofMinutes(45));
    }

    void tell() {
        story.plot.find("court").ifPresent(this::court);
        Instant met = defence();
        suspicion();
        if (story.when.brief() || story.plot.with("quiet")) {
            return;
        }
        if (story.plot.investigated()) {
            interviews(met.plus(Duration.ofMinutes(20)));
            find(met, to, 22, true).ifPresent(at -> telling.scene("fingerprints", at));
        }
        later(50, 6, 40, "visit", true);
        later(60, 2, 9, "phone", true);
        later(25, 8, 20, "inspection", true);
        later(20, 10, 16, "prosecutor", true);
        later(45, 14, 34, "meeting-again", true);
    }

    private void later(int percent, int hours, int minutes, String scene, boolean byDay) {
        if (story.chance(percent)) {
            find(from.plus(Duration.ofHours(hours)), to, minutes, byDay).ifPresent(at -> telling.scene(scene, at));
        }
    }

    private void court(String plan) {
        String[] words = plan.split(" ", -1);
        slots.put("helduntil", day(60).toString());
        Optional<Instant> at;
        if (words.length > 1) {
            Instant fixed = story.when.at(words[1]);
            story.diary.take(fixed, fixed.plus(COURT));
            at = Optional.of(fixed);
        } else {
            // The last hearing of a working day that is over in time; КПК 211(2) leaves sixty hours.
            at = story.diary.slot(to.minus(Duration.ofHours(17)), to, COURT, true);
        }
        at.ifPresent(start -> {
            story.diary.leave(start.plus(Duration.ofMinutes(3)), start.plus(Duration.ofMinutes(98)));
            telling.scene("court", start);
        });
    }

    private LocalDate day(int days) {
        return story.when.end().atZone(DemoFacility.ZONE).toLocalDate().plusDays(days);
    }

    /** When the person has met a defender, or could have. */
    private Instant defence() {
        boolean none = story.plot.with("no-defender");
        if (story.plot.with("late-lawyer")) {
            telling.scene("defence", story.when.end());
            return story.when.at("N+1:20");
        }
        if (none) {
            return from;
        }
        String scene = story.plot.with("waiver") ? "waiver" : "defence";
        int wait = story.when.brief() ? 2 : story.number(8, 70);
        Optional<Instant> at = find(from.plus(Duration.ofMinutes(wait)), to.plus(Duration.ofMinutes(10)), 36, false);
        at.ifPresent(start -> telling.scene(scene, start));
        return at.map(start -> start.plus(Duration.ofMinutes(36))).orElse(from);
    }

    private void suspicion() {
        String plan = story.plot.words().getOrDefault("suspicion", "auto");
        boolean released = story.plot.word("ending").startsWith("release")
                && !story.plot.word("ending").endsWith("court-decision")
                && !story.plot.word("ending").endsWith("bail");
        if (plan.equals("none") || !story.plot.investigated() || (plan.equals("auto") && released)) {
            return;
        }
        Instant at =
                plan.equals("auto") ? story.after(story.when.apprehended(), 13 * 60, 19 * 60) : story.when.at(plan);
        if (at.isBefore(to)) {
            telling.scene("suspicion", at);
        }
    }

    private void interviews(Instant earliest) {
        long hours =
                Duration.between(story.when.apprehended(), story.when.end()).toHours();
        Instant next = earliest;
        for (long count = 0; count < Math.min(3, 1 + hours / 16); count++) {
            Optional<Instant> at = find(next, to, 84, true);
            if (at.isEmpty()) {
                return;
            }
            telling.scene("interview", at.get());
            next = at.get().plus(Duration.ofHours(6));
        }
    }

    private Optional<Instant> find(Instant earliest, Instant latest, int minutes, boolean byDay) {
        return story.diary.slot(earliest, latest, Duration.ofMinutes(minutes), byDay);
    }
}
