package custody.web.house;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Parsed;
import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some invented people and what happened to them this morning. */
public final class BusyMorning {
    private static final Badge DESK = new Badge("1000001");

    private BusyMorning() {}

    /** Books eight people; returns the record of the first, the one with the longest timeline. */
    public static RecordId play(InMemoryCustodyRecords records, HouseClock clock) {
        Instant now = clock.instant();
        RecordId first = open(records, "Вигаданий", "Степан", "cpc-208", now.minus(Duration.ofHours(5)), "male");
        open(records, "Небуденко", "Галина", "administrative", now.minus(Duration.ofMinutes(140)), "female");
        RecordId third = open(records, "Казковий", "Юрій", "misdemeanour", now.minus(Duration.ofHours(26)), "male");
        open(records, "Примарна", "Олена", "visitor", now.minus(Duration.ofMinutes(50)), "female");
        open(records, null, null, "police-care", now.minus(Duration.ofMinutes(35)), "male");
        RecordId sixth = open(records, "Уявний", "Богдан", "cpc-208-2", now.minus(Duration.ofHours(9)), "male");
        add(
                records,
                first,
                "risk-assessed",
                now.minus(Duration.ofHours(4)),
                Map.of("risks", texts("intoxicated", "violent")));
        add(
                records,
                first,
                "observation-level-set",
                now.minus(Duration.ofHours(4)),
                Map.of("level", text("every-30-min")));
        add(records, first, "rights-explained", now.minus(Duration.ofHours(4)), rights());
        add(records, first, "notice", now.minus(Duration.ofMinutes(200)), notice());
        add(records, first, "cell-allocated", now.minus(Duration.ofHours(3)), Map.of("cell", text("CELL-1")));
        add(records, first, "handcuffs", now.minus(Duration.ofMinutes(290)), Map.of("state", text("on")));
        add(records, first, "handcuffs", now.minus(Duration.ofMinutes(230)), Map.of("state", text("off")));
        add(
                records,
                first,
                "check-made",
                now.minus(Duration.ofMinutes(40)),
                Map.of("condition", text("asleep-breathing"), "seen", text("Спить на правому боці, дихає рівно")));
        add(records, first, "meal", now.minus(Duration.ofMinutes(90)), Map.of("service", text("breakfast")));
        add(
                records,
                third,
                "observation-level-set",
                now.minus(Duration.ofHours(20)),
                Map.of("level", text("every-60-min")));
        add(records, third, "check-made", now.minus(Duration.ofMinutes(20)), Map.of("condition", text("calm-awake")));
        add(records, third, "cell-allocated", now.minus(Duration.ofHours(19)), Map.of("cell", text("CELL-2")));
        add(
                records,
                sixth,
                "observation-level-set",
                now.minus(Duration.ofHours(8)),
                Map.of("level", text("every-15-min")));
        add(records, sixth, "check-made", now.minus(Duration.ofMinutes(13)), Map.of("condition", text("distressed")));
        add(records, sixth, "handcuffs", now.minus(Duration.ofMinutes(70)), Map.of("state", text("on")));
        add(
                records,
                sixth,
                "hospital",
                now.minus(Duration.ofMinutes(60)),
                Map.of("stage", text("left-for"), "hospital", text("Міська лікарня № 2")));
        return first;
    }

    /** Adds an event of a kind with its fields. */
    public static Outcome add(
            InMemoryCustodyRecords records, RecordId record, String kind, Instant at, Map<String, Value> fields) {
        Fact fact = fact(kind, fields);
        Draft draft = new Draft(
                fact,
                new Occurrence(at, null, Occurrence.Source.STATED),
                List.of(DESK),
                List.of(),
                new RoomCode("REG"),
                null,
                null);
        return records.add(record, draft, null, new Writer(DESK, null));
    }

    private static RecordId open(
            InMemoryCustodyRecords records,
            @Nullable String surname,
            @Nullable String given,
            String basis,
            Instant at,
            String sex) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (surname == null || given == null) {
            fields.put("person.description", text("Чоловік близько 40 років, сіра куртка, без документів"));
        } else {
            fields.put("person.surname", text(surname));
            fields.put("person.givenName", text(given));
        }
        fields.put("person.sex", text(sex));
        fields.put("place", text("вул. Уявна, 1"));
        fields.put("by", texts("1000002"));
        fields.put("basis", text(basis));
        fields.put("offence", text("ч. 3 ст. 185 КК"));
        Booking booking =
                new Booking((Apprehended) fact("apprehended", fields), at, at.plus(Duration.ofMinutes(25)), List.of());
        Writer writer = new Writer(DESK, new RequestKey("open-" + at, "0"));
        return ((Outcome.Stored) records.open(House.FACILITY, booking, writer))
                .record()
                .id();
    }

    private static Fact fact(String kind, Map<String, Value> fields) {
        return switch (Catalogue.parse(Catalogue.kind(kind).orElseThrow(), fields)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong ->
                throw new IllegalArgumentException(wrong.errors().toString());
        };
    }

    private static Map<String, Value> rights() {
        return Map.of(
                "rights", texts("defender", "silence", "medical-aid"),
                "language", text("українська"),
                "understood", new Value.Flag(true),
                "signature", text("signed"));
    }

    private static Map<String, Value> notice() {
        return Map.of(
                "addressee", text("legal-aid"),
                "outcome", text("reached"),
                "channel", text("telephone"),
                "who", text("Центр правничої допомоги, черговий Гончар"));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value texts(String... texts) {
        return new Value.Texts(List.of(texts));
    }
}
