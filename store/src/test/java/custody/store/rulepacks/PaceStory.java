package custody.store.rulepacks;

import static custody.store.rulepacks.Telling.option;

import custody.record.events.Event;
import custody.store.rulepacks.Story.Mark;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random custody in England or Wales, entered as the pack's sources say: half of them in something like good order. */
final class PaceStory {
    static final int LENGTH = 120 * 60;
    private static final String[] BASES = {
        "cpc-208", "cpc-208", "cpc-208-2", "private-arrest", "court-permission", "misdemeanour", "visitor"
    };
    private static final String[] KINDS = {
        "delivered",
        "registered",
        "rights-explained",
        "notice",
        "notice",
        "notice",
        "suspicion-notified",
        "court-decision",
        "brought-to-court",
        "medic-called",
        "court-decision",
        "released",
        "died",
        "transferred",
        "basis-changed",
        "identified",
        "ground-ceased",
        "complaint",
        "injury",
        "medic-arrived",
        "examined",
        "hospital",
        "hospital",
        "escort-out",
        "escort-in",
        "interview-started",
        "interview-started",
        "interview-break",
        "interview-resumed",
        "interview-ended",
        "right-delayed",
        "right-delayed",
        "right-delayed",
        "contact-started",
        "contact-started",
        "contact-started",
        "risk-assessed",
        "risk-assessed",
        "check-made",
        "check-made",
        "check-made",
        "force-used",
        "special-means-used",
        "incident",
        "detainee-questioned",
        "defender-requested",
        "defender-requested",
        "defender-arrived",
        "defender-waived",
        "confidential-meeting",
        "appropriate-adult",
        "appropriate-adult",
        "meal",
        "meal"
    };
    private static final Mark REVIEW =
            new Mark("contact-started", 0, Map.of("category", "other", "purpose", "inspection"));
    private final Random random;
    private final Telling telling;
    final List<Mark> marks;
    final List<Event> standing;

    PaceStory(Random random, Instant zero) {
        this.random = random;
        this.telling = new Telling(zero, ZoneId.of("Europe/London"));
        Map<String, String> person = person();
        person.put("basis", random.nextInt(8) == 0 ? oneOf(BASES) : "cpc-208");
        telling.put(new Mark("apprehended", 0, person));
        if (random.nextInt(4) > 0) {
            orderly();
        }
        int count = random.nextInt(20 + 20 * random.nextInt(2));
        for (int i = 0; i < count; i++) {
            telling.put(any(KINDS[random.nextInt(KINDS.length)], when()));
        }
        telling.correct(random, this::when, LENGTH);
        standing = telling.standing();
        marks = telling.marks;
    }

    private int when() {
        return random.nextInt(2) == 0 ? random.nextInt(LENGTH) : random.nextInt(1 + random.nextInt(1_800));
    }

    private String oneOf(String... options) {
        return options[random.nextInt(options.length)];
    }

    /** About so many minutes, now and then exactly so many. */
    private int about(int minutes) {
        return random.nextInt(6) == 0 ? minutes : Math.max(1, minutes - 20 + random.nextInt(30));
    }

    /** Arrival, authority to detain, reviews, visits, meals, rest, and longer detention: near what the law wants. */
    private void orderly() {
        int arrived = random.nextInt(12) == 0 ? 1_400 + random.nextInt(100) : random.nextInt(180);
        telling.put(new Mark("delivered", arrived, Map.of()));
        int booked = arrived + random.nextInt(20);
        telling.put(new Mark("registered", booked, Map.of()));
        int end = booked + 60 * random.nextInt(100);
        reviews(booked, end);
        visits(booked, Math.min(end, booked + 1_200));
        days(arrived, end);
        longer(arrived);
        hospital(booked, end);
        if (random.nextBoolean()) {
            telling.put(new Mark(random.nextBoolean() ? "released" : "suspicion-notified", end, Map.of()));
        }
    }

    private void reviews(int booked, int end) {
        for (int at = booked + about(360); at < end; at += about(540)) {
            if (random.nextInt(5) == 0) {
                telling.put(new Mark("right-delayed", at - random.nextInt(40), Map.of("right", "explanations")));
                at += random.nextInt(70);
            }
            telling.put(new Mark(REVIEW.kind(), at, REVIEW.fields()));
        }
    }

    private void visits(int booked, int end) {
        int every = random.nextBoolean() ? 60 : 30;
        if (every == 30) {
            telling.put(new Mark("risk-assessed", booked + random.nextInt(60), Map.of("risks", "intoxicated")));
        }
        for (int at = booked + about(every); at < end; at += about(every)) {
            telling.put(any("check-made", at));
        }
    }

    private void days(int arrived, int end) {
        for (int at = arrived; at < end; at += 1_440) {
            for (int meals = random.nextInt(5); meals > 0; meals--) {
                telling.put(new Mark("meal", at + random.nextInt(1_440), Map.of()));
            }
            telling.put(Telling.lasting("sleep", at + random.nextInt(1_440), 400 + random.nextInt(160)));
        }
    }

    private void longer(int arrived) {
        if (random.nextBoolean()) {
            telling.put(new Mark(
                    "right-delayed",
                    arrived + about(random.nextBoolean() ? 1_440 : 1_200),
                    Map.of("right", "check-of-lawfulness")));
        }
        for (int at = arrived + about(2_100); random.nextInt(3) > 0 && at < LENGTH; at += about(2_160)) {
            Map<String, String> warrant = new HashMap<>(Map.of("ruling", "remand"));
            option(random, warrant, Telling.HELD, null, "1", "2", "3", "4", "5");
            telling.put(new Mark("court-decision", at, warrant));
        }
    }

    /** A stay of some hours, with or without questions asked there. */
    private void hospital(int booked, int end) {
        if (end > booked && random.nextInt(3) == 0) {
            int at = booked + random.nextInt(end - booked);
            int back = at + 1 + random.nextInt(600);
            telling.put(new Mark("hospital", at, Map.of("stage", "left-for")));
            telling.put(new Mark("hospital", back, Map.of("stage", "returned")));
            if (random.nextBoolean()) {
                int asked = at + random.nextInt(back - at);
                telling.put(new Mark("interview-started", asked, Map.of()));
                telling.put(new Mark("interview-ended", asked + 1 + random.nextInt(90), Map.of()));
            }
        }
    }

    private Map<String, String> person() {
        Map<String, String> fields = new HashMap<>();
        option(random, fields, "person.birthDate", "2012-01-15", "1990-01-15", "1990-01-15", "1990-01-15", null);
        option(random, fields, "person.ageDoubt", "true", null, null, null, null);
        return fields;
    }

    int over(String day) {
        return telling.over(day);
    }

    private Mark any(String kind, int at) {
        Map<String, String> fields = new HashMap<>();
        switch (kind) {
            case "rights-explained" -> option(random, fields, "rights", null, "grounds-and-suspicion", "silence");
            case "notice" -> {
                option(random, fields, "addressee", "relative", "parents", "legal-aid", "prosecutor");
                option(random, fields, "outcome", "attempted", "reached", "reached", "refused-by-detainee");
            }
            case "medic-called" -> option(random, fields, "why", "routine", "worsening", "request", null);
            case "court-decision" -> {
                option(random, fields, "ruling", "remand", "remand", "house-arrest", "release");
                option(random, fields, Telling.HELD, null, "0", "1", "2", "3", "4", "5");
            }
            case "transferred" ->
                option(random, fields, "destination", "remand-prison", "temporary-detention-facility", "police-unit");
            case "basis-changed" -> fields.put("basis", oneOf(BASES));
            case "identified" -> fields.putAll(person());
            case "complaint" -> option(random, fields, "subject", null, "medical", "medical", "rights");
            case "hospital" -> option(random, fields, "stage", "left-for", "admitted", "returned", "returned");
            case "interview-started" -> option(random, fields, "appropriateAdult", null, "батько");
            case "interview-resumed" -> option(random, fields, "appropriateAdult", null, null, "батько", "none");
            case "right-delayed" ->
                option(
                        random,
                        fields,
                        "right",
                        "explanations",
                        "check-of-lawfulness",
                        "notify-relatives",
                        "defender",
                        "consul");
            case "contact-started" -> {
                option(random, fields, "category", "other", "other", "relative");
                option(random, fields, "purpose", "inspection", "inspection", "visit");
            }
            case "risk-assessed" ->
                option(random, fields, "risks", "intoxicated", "vulnerable", "violent", "vulnerable;intoxicated");
            case "check-made" -> {
                option(random, fields, "roused", null, "true", "true", "false");
                option(random, fields, "condition", null, "calm-awake", "distressed", "unwell", "unresponsive");
            }
            case "force-used", "special-means-used" -> option(random, fields, "injured", null, "true", "false");
            case "incident" -> option(random, fields, "kind", "self-harm", "assault", "suicide-attempt", "fire");
            case "detainee-questioned" -> option(random, fields, "wantsDoctor", null, "true", "false");
            case "appropriate-adult" -> option(random, fields, "attendance", "called", "arrived", "arrived", "left");
            case "confidential-meeting" -> option(random, fields, "phase", null, "whole");
            default -> {}
        }
        return new Mark(kind, at, fields);
    }
}
