package custody.node.demo;

import static custody.node.demo.DemoOfficers.DUTY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The regime of each day in custody: meals, drinks, air, washing, sleep, shifts, and what befalls the whole house. */
final class Days {
    private final Story story;
    private final Telling telling;
    private final Instant from;
    private final Instant to;

    Days(Story story, Telling telling) {
        this.story = story;
        this.telling = telling;
        this.from = story.when.housed().plus(Duration.ofMinutes(9));
        this.to = story.when.end().minus(Duration.ofMinutes(46));
    }

    void tell() {
        house();
        LocalDate last = to.atZone(DemoFacility.ZONE).toLocalDate();
        LocalDate day = from.atZone(DemoFacility.ZONE).toLocalDate().minusDays(1);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            regime(day);
        }
        calls();
    }

    private void house() {
        for (String raid : List.of("N-10:10", "N-44:30", "N+6:00")) {
            Instant at = story.when.at(raid);
            if (in(at) && in(at.plus(Duration.ofMinutes(55))) && free(at, 55)) {
                story.diary.take(at, at.plus(Duration.ofMinutes(55)));
                telling.scene("raid", at);
            }
        }
        Instant dark = story.when.at("N-15:20");
        if (in(dark) && free(dark, 10)) {
            telling.scene("power", dark);
        }
    }

    private void regime(LocalDate day) {
        night(day);
        meal(day, 7, 35, "breakfast");
        meal(day, 13, 5, "lunch");
        meal(day, 18, 40, "dinner");
        if (!story.when.brief()) {
            slot(day, 9, 19, 69).ifPresent(at -> telling.scene(story.chance(95) ? "walk" : "walk-refused", at));
            if (Boolean.TRUE.equals(story.person.details().pregnant()) || story.plot.with("minor")) {
                slot(day, 13, 21, 69).ifPresent(at -> telling.scene("walk", at));
            }
            slot(day, 8, 20, 18).filter(_ -> story.chance(55)).ifPresent(at -> telling.scene("shower", at));
        }
        for (int hour : new int[] {6, 9, 11, 14, 16, 20}) {
            slot(day, hour, hour + 2, 3).ifPresent(this::drink);
        }
        if (story.plot.find("medicine").isPresent()) {
            slot(day, 8, 10, 9).ifPresent(at -> telling.scene("medicine", at));
            slot(day, 19, 21, 9).ifPresent(at -> telling.scene("medicine", at));
        }
        if (!story.plot.with("no-medic")) {
            slot(day, 9, 18, 12).filter(_ -> !story.when.brief()).ifPresent(at -> telling.scene("recheck", at));
        }
        shifts(day);
    }

    private void shifts(LocalDate day) {
        Instant morning = at(day, 8, 0);
        Instant evening = at(day, 20, 0);
        if (in(morning)) {
            telling.scene("handover.morning", morning);
            telling.scene("reassessed", morning.plus(Duration.ofMinutes(20)));
        }
        if (in(evening)) {
            telling.scene("handover.evening", evening);
        }
    }

    private void meal(LocalDate day, int hour, int minute, String service) {
        Instant from = story.after(at(day, hour, minute), 0, 14);
        if (!in(from) || story.plot.key().equals("05")) {
            return;
        }
        Instant latest = earlier(from.plus(Duration.ofMinutes(130)), to);
        story.diary.slot(from, latest, Duration.ofMinutes(12), false).ifPresent(at -> serve(at, service));
    }

    private void serve(Instant at, String service) {
        String taken = story.chance(80) ? "taken" : story.chance(70) ? "partly" : "refused";
        String diet = story.plot.risks().contains("chronic-illness") ? "дієта за призначенням" : null;
        story.tell(Told.of(at, DUTY, Facts.of("meal", "service", service, "taken", taken, "diet", diet))
                .in(story.home));
    }

    private void drink(Instant at) {
        story.tell(Told.of(at, DUTY, Facts.of("drink", "taken", story.chance(92) ? "taken" : "refused"))
                .in(story.home));
    }

    /** Eight hours of sleep (Pre-trial Detention Law 9), cut where custody or an alarm cuts the night. */
    private void night(LocalDate day) {
        Instant begin = later(story.after(at(day, 21, 40), 0, 8), from);
        Instant dawn = earlier(at(day.plusDays(1), 6, 10), to);
        Instant end = story.diary.freeUntil(begin, dawn);
        sleep(begin, end);
        if (end.isBefore(dawn)) {
            Instant again = end.plus(Duration.ofMinutes(60));
            sleep(again, story.diary.freeUntil(again, dawn));
        }
    }

    private void sleep(Instant begin, Instant end) {
        if (Duration.between(begin, end).compareTo(Duration.ofMinutes(90)) > 0) {
            story.tell(Told.of(
                            begin,
                            DUTY,
                            Facts.of("sleep", "interrupted", story.chance(20) ? story.say("interrupted") : null))
                    .until(end)
                    .in(story.home));
        }
    }

    private void calls() {
        Instant next = story.after(from, 20, 200);
        while (in(next)) {
            if (free(next, 5) && !Diary.night(next)) {
                telling.scene("call", next);
            }
            next = story.after(next, 150, 480);
        }
    }

    private Optional<Instant> slot(LocalDate day, int from, int to, int minutes) {
        Instant earliest = later(story.after(at(day, from, 0), 0, 40), this.from);
        return story.diary.slot(earliest, earlier(at(day, to, 0), this.to), Duration.ofMinutes(minutes), false);
    }

    private boolean in(Instant at) {
        return at.isAfter(from) && at.isBefore(to);
    }

    private boolean free(Instant at, int minutes) {
        return story.diary.free(at, at.plus(Duration.ofMinutes(minutes)));
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(DemoFacility.ZONE).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
