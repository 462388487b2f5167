package custody.store.rulepacks;

import static custody.store.rulepacks.Telling.option;

import custody.record.events.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A random custody on a grid of minutes, told twice: as events for the engine, and as plain marks for the oracle. */
final class Story {
    static final int LENGTH = 80 * 60;
    static final String WITH_PHONE = "Лук’яненко Ольга, мати, тел. 0501234567";
    private static final String[] BASES = {
        "cpc-208",
        "cpc-208",
        "cpc-208-2",
        "court-permission",
        "misdemeanour",
        "administrative",
        "police-care",
        "visitor",
        "remand",
        "martial-law",
        "extradition"
    };
    private static final String[] ADDRESSEES = {
        "relative",
        "legal-aid",
        "parents",
        "guardianship-body",
        "prosecutor",
        "investigation-body",
        "juvenile-police",
        "agency",
        "ministry-of-justice",
        "consulate"
    };
    private final Telling telling;
    final Instant zero;
    final int martialFrom;
    final int martialTo;
    final List<Mark> marks;
    final List<Event> standing;

    /**
     * One thing that happened, for the oracle: kind, minute, fields, and by what number others name it. Marks at one minute
     * keep their order.
     */
    record Mark(String kind, int at, Map<String, String> fields, int number) {
        Mark(String kind, int at, Map<String, String> fields) {
            this(kind, at, fields, 0);
        }

        boolean says(String field, String value) {
            return value.equals(fields.get(field));
        }
    }

    Story(Random random, Instant zero) {
        this.zero = zero;
        this.telling = new Telling(zero, ZoneId.of("Europe/Kyiv"));
        boolean law = random.nextInt(3) == 0;
        this.martialFrom = law ? random.nextInt(LENGTH) - LENGTH / 2 : LENGTH * 9;
        this.martialTo = martialFrom + 1 + random.nextInt(LENGTH);
        Map<String, String> person = new HashMap<>(person(random));
        basis(random, person, BASES[random.nextInt(BASES.length)]);
        boolean child = random.nextInt(12) == 0;
        if (child) {
            person.put("person.birthDate", "2012-01-15");
        }
        telling.put(new Mark("apprehended", 0, person));
        int count = 5 + random.nextInt(45);
        for (int i = 0; i < count; i++) {
            telling.put(naming(random, mark(random, when(random))));
        }
        if (random.nextInt(4) == 0) {
            days(random);
        }
        if (child) {
            comingAndGoing(random);
        }
        if (random.nextInt(8) == 0) {
            nights(random);
        }
        telling.correct(random, () -> when(random), LENGTH);
        standing = telling.standing();
        marks = telling.marks;
    }

    /** Some reports say which use of force, or which violation, they are about. */
    private Mark naming(Random random, Mark mark) {
        String field = switch (mark.kind()) {
            case "force-statement" -> "about";
            case "violation-reported" -> "violation";
            default -> "";
        };
        List<Mark> told = telling.marks.stream()
                .filter(other -> field.equals("about")
                        ? Set.of("force-used", "special-means-used").contains(other.kind())
                        : other.kind().equals("violation-found"))
                .toList();
        if (field.isEmpty() || told.isEmpty() || random.nextInt(3) == 0) {
            return mark;
        }
        Map<String, String> fields = new HashMap<>(mark.fields());
        fields.put(field, String.valueOf(told.get(random.nextInt(told.size())).number()));
        return new Mark(mark.kind(), mark.at(), fields);
    }

    private static int when(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(LENGTH) : random.nextInt(1 + random.nextInt(600));
    }

    /** Now and then days on which there is food, sleep and air, more or less enough of it. */
    private void days(Random random) {
        for (int i = 0; i < 16; i++) {
            telling.put(new Mark("meal", random.nextInt(LENGTH), Map.of()));
        }
        for (int i = 0; i < 6; i++) {
            telling.put(lasting("walk", random, 100));
            telling.put(lasting("sleep", random, 400));
        }
    }

    /** Acts of one night and of the next, of some of which nobody writes the end. */
    private void nights(Random random) {
        for (int night = 0; night < 3; night++) {
            for (int i = 0; i < 3; i++) {
                String begins = random.nextBoolean() ? "interview-started" : "contact-started";
                int at = 300 + night * 1440 + random.nextInt(900);
                telling.put(act(random, begins, at));
                if (random.nextInt(3) == 0) {
                    String ends = begins.equals("interview-started") ? "interview-ended" : "contact-ended";
                    telling.put(act(random, ends, at + 1 + random.nextInt(180)));
                }
            }
        }
    }

    /** Adults come and go while a minor is questioned. */
    private void comingAndGoing(Random random) {
        int begin = 60 + random.nextInt(600);
        telling.put(act(random, "interview-started", begin));
        for (int i = 0; i < 5; i++) {
            int at = begin - 20 + random.nextInt(80);
            String kind = random.nextInt(6) == 0 ? "interview-resumed" : "appropriate-adult";
            telling.put(act(random, kind, at));
        }
    }

    private static Mark lasting(String kind, Random random, int longest) {
        int at = random.nextInt(LENGTH);
        return Telling.lasting(kind, at, 1 + random.nextInt(longest));
    }

    private Map<String, String> person(Random random) {
        Map<String, String> fields = new HashMap<>();
        switch (random.nextInt(18)) {
            case 15 -> fields.put("person.birthDate", "2014-02-20");
            case 16 -> fields.put("person.birthDate", turningFourteen(random));
            case 8 -> fields.put("person.citizenship", "PL");
            case 9 -> {
                fields.put("person.citizenship", "PL");
                fields.put("person.specialStatuses", "asylum-seeker");
            }
            case 10 -> fields.put("person.specialStatuses", "judge");
            case 11 -> fields.put("person.pregnant", "true");
            case 12 -> fields.put("person.disability", "крісло колісне");
            case 13 -> fields.put("person.interpreterNeeded", "true");
            case 0 -> fields.put("person.birthDate", "2012-01-15");
            case 1 -> fields.put("person.ageDoubt", "true");
            case 2 -> fields.put("person.specialStatuses", "enforcement-officer");
            case 3 -> fields.put("person.specialStatuses", "intelligence-staff");
            case 4 -> fields.put("person.dependentChildren", "2");
            default -> fields.put("person.birthDate", "1990-01-15");
        }
        return fields;
    }

    /** On the day of the apprehension or one of the next two. */
    private String turningFourteen(Random random) {
        return LocalDate.ofInstant(zero, ZoneId.of("Europe/Kyiv"))
                .plusDays(random.nextInt(3))
                .minusYears(14)
                .toString();
    }

    private static void basis(Random random, Map<String, String> fields, String basis) {
        fields.put("basis", basis);
        option(random, fields, "offence", null, null, null, "185(3)", "115(1)", "258", "258-1(2)");
        // Now and then beside another basis, where it says nothing.
        boolean misplaced = random.nextInt(10) == 0;
        if ((misplaced || basis.equals("misdemeanour")) && random.nextBoolean()) {
            fields.put("aggravation", random.nextBoolean() ? "resistance-or-flight" : "intoxicated-dangerous");
        }
        if ((misplaced || basis.equals("administrative")) && random.nextInt(3) == 0) {
            fields.put("regime", "border");
        }
    }

    private Mark mark(Random random, int at) {
        String[] kinds = {
            "delivered",
            "registered",
            "rights-explained",
            "detainee-questioned",
            "notice",
            "notice",
            "notice",
            "notice",
            "suspicion-notified",
            "brought-to-court",
            "court-decision",
            "released",
            "died",
            "transferred",
            "basis-changed",
            "basis-added",
            "identified",
            "protocol-drawn-up",
            "protocol-copy-given",
            "protocol-copy-given",
            "ground-ceased",
            "complaint",
            "medic-called",
            "incident",
            "medic-arrived",
            "examined",
            "injury",
            "hospital",
            "handcuffs",
            "handcuffs",
            "interview-started",
            "interview-break",
            "interview-resumed",
            "interview-ended",
            "right-delayed",
            "force-used",
            "force-used",
            "force-statement",
            "force-statement",
            "violation-found",
            "violation-found",
            "violation-reported",
            "violation-reported",
            "observation-level-set",
            "check-made",
            "check-made",
            "defender-arrived",
            "confidential-meeting",
            "searched",
            "special-means-used",
            "defender-waived",
            "defender-appointed",
            "appropriate-adult",
            "contact-started",
            "contact-ended",
            "escort-out",
            "escort-in"
        };
        return act(random, kinds[random.nextInt(kinds.length)], at);
    }

    private Mark act(Random random, String kind, int at) {
        Map<String, String> fields = new HashMap<>();
        switch (kind) {
            case "rights-explained" -> option(random, fields, "rights", null, "grounds-and-suspicion", "silence");
            case "notice" -> {
                fields.put("addressee", ADDRESSEES[random.nextInt(ADDRESSEES.length)]);
                option(random, fields, "outcome", "attempted", "reached", "reached", "refused-by-detainee");
            }
            case "court-decision" -> {
                option(random, fields, Telling.HELD, null, "0", "1", "2", "3", "4");
                option(
                        random,
                        fields,
                        "ruling",
                        "remand",
                        "remand",
                        "house-arrest",
                        "release",
                        "detention-unlawful",
                        "bail",
                        "personal-obligation",
                        "administrative-arrest",
                        "other");
            }
            case "transferred" ->
                option(random, fields, "destination", "remand-prison", "temporary-detention-facility");
            case "basis-changed", "basis-added" -> basis(random, fields, BASES[random.nextInt(BASES.length)]);
            case "identified" -> fields.putAll(person(random));
            case "protocol-copy-given" -> option(random, fields, "recipient", "detainee", "prosecutor", "defender");
            case "complaint" -> option(random, fields, "subject", null, "medical", "rights");
            case "hospital" -> option(random, fields, "stage", "left-for", "returned");
            case "handcuffs" -> {
                option(random, fields, "state", "on", "on", "loosened", "off");
                option(random, fields, "armedOrGroupAttack", null, null, "true", "false");
            }
            case "interview-started" -> {
                option(random, fields, "defender", null, "адвокат");
                option(random, fields, "videoRecorded", null, "true", "false");
                option(random, fields, "urgency", null, null, "втрата слідів");
                option(
                        random,
                        fields,
                        "appropriateAdult",
                        null,
                        null,
                        "психолог",
                        "мати та психологиня",
                        "бабуся",
                        "представник служби у справах дітей",
                        WITH_PHONE);
            }
            case "interview-resumed" -> {
                option(random, fields, "defender", null, null, null, "адвокат", "немає");
                option(random, fields, "videoRecorded", null, null, null, "true", "false");
                option(random, fields, "appropriateAdult", null, null, null, "психолог", "Немає.");
                option(random, fields, "urgency", null, null, null, "втрата слідів", "немає");
            }
            case "contact-started" -> {
                option(random, fields, "category", null, "consul", "investigator", "investigator", "other");
                option(random, fields, "purpose", "interview", "interview", "investigative-action", "visit");
                option(random, fields, "urgency", null, null, "втрата слідів");
            }
            case "contact-ended" ->
                option(random, fields, "category", null, "defender", "investigator", "investigator", "other");
            case "appropriate-adult" -> {
                option(random, fields, "attendance", "called", "arrived", "arrived", "left");
                option(
                        random,
                        fields,
                        "capacity",
                        null,
                        "parent",
                        "parent",
                        "psychologist",
                        "psychologist",
                        "guardianship-body",
                        "other");
                option(
                        random,
                        fields,
                        "name",
                        null,
                        null,
                        null,
                        "Лук'яненко Ольга",
                        "Лук’яненко Ольга",
                        "Коваль Іван",
                        "Орел Віра");
            }
            case "detainee-questioned" -> {
                option(random, fields, "wantsConsul", null, "true", "true", "false");
                option(random, fields, "wantsDoctor", null, "true", "false");
            }
            case "check-made" ->
                option(random, fields, "condition", null, "calm-awake", "distressed", "unwell", "unresponsive");
            case "incident" -> option(random, fields, "kind", "self-harm", "assault", "suicide-attempt", "fire");
            case "medic-called" ->
                option(random, fields, "why", null, "routine", "request", "injury", "worsening", "chosen-doctor");
            case "right-delayed" -> {
                option(random, fields, "right", "grounds-and-suspicion", "defender");
                option(random, fields, "reason", null, "обстріл");
            }
            case "force-used", "special-means-used" -> {
                option(random, fields, "injured", null, "true", "false");
                option(random, fields, "armedOrGroupAttack", null, "true", "false");
            }
            case "violation-found" -> fields.put("violation", "порушення");
            case "violation-reported" -> option(random, fields, "to", "head", "prosecutor");
            case "observation-level-set" ->
                option(random, fields, "level", "constant", "every-15-min", "every-30-min", "every-60-min");
            case "searched" -> {
                option(random, fields, "sameSex", null, "true", "true", "false");
                option(random, fields, "witnesses", null, "Перший Понятий", "Перший Понятий;Другий Понятий");
                option(random, fields, "video", null, "true", "false");
            }
            case "confidential-meeting" -> option(random, fields, "phase", null, "whole");
            default -> {}
        }
        return new Mark(kind, at, fields);
    }

    Instant minute(int minute) {
        return telling.minute(minute);
    }

    int over(String day) {
        return telling.over(day);
    }
}
