package custody.store.alarms;

import custody.ledger.log.ClearFacts;
import custody.record.desk.CameraAlarm;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The beginning or end of an alarm about a camera as its entry of class gap says it: what its row repeats, and what the check
 * holds the row against.
 *
 * @param well whether it ended
 * @param alarm id of the alarm; one that goes on has several beginnings
 * @param facility code; null in entries from before it was said
 * @param camera the camera; empty for the recorder itself
 * @param trouble what is wrong
 * @param since when the trouble began; null for an end, and in entries from before it was said
 * @param at when it was raised or settled; null in entries from before it was said
 */
public record CameraAlarmEntry(
        boolean well,
        UUID alarm,
        @Nullable String facility,
        String camera,
        String trouble,
        @Nullable Instant since,
        @Nullable Instant at) {
    private static final String TROUBLE = "camera-trouble";
    private static final String WELL = "camera-well";
    private static final String ACKNOWLEDGED = "camera-alarm-acknowledged ";

    static CameraAlarmEntry trouble(
            UUID alarm, String facility, String camera, String trouble, Instant since, Instant at) {
        return new CameraAlarmEntry(false, alarm, facility, camera, trouble, since, at);
    }

    static CameraAlarmEntry well(CameraAlarm alarm, Instant at) {
        return new CameraAlarmEntry(
                true, alarm.id(), alarm.facility().code(), alarm.camera(), alarm.trouble(), null, at);
    }

    ClearFacts facts() {
        ClearFacts facts = ClearFacts.none()
                .with("what", well ? WELL : TROUBLE)
                .with("alarm", alarm.toString())
                .with("camera", camera)
                .with("trouble", trouble);
        facts = facility == null ? facts : facts.with("facility", facility);
        facts = since == null ? facts : facts.with("since", since.toString());
        return at == null ? facts : facts.with("at", at.toString());
    }

    /** What an entry of class gap says of an alarm; empty where it is about something else. */
    public static Optional<CameraAlarmEntry> of(ClearFacts facts) {
        String what = facts.word("what").orElse("");
        if (!what.equals(TROUBLE) && !what.equals(WELL)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CameraAlarmEntry(
                    what.equals(WELL),
                    UUID.fromString(facts.word("alarm").orElse("")),
                    facts.word("facility").orElse(null),
                    facts.word("camera").orElse(""),
                    facts.word("trouble").orElse(""),
                    facts.word("since").map(Instant::parse).orElse(null),
                    facts.word("at").map(Instant::parse).orElse(null)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    /** What the committed entry says of somebody who took note of an alarm: the alarm, and when. */
    static String acknowledged(CameraAlarm alarm, Instant at) {
        return ACKNOWLEDGED + alarm.camera() + " " + alarm.trouble() + " " + alarm.id() + " " + at;
    }

    /**
     * That somebody took note.
     *
     * @param alarm of which alarm
     * @param at when; null in entries from before it was said
     */
    public record Acknowledged(UUID alarm, @Nullable Instant at) {
        /** What a committed entry says; empty where it is about something else. */
        public static Optional<Acknowledged> of(String what) {
            String[] words = what.split(" ", -1);
            if (!what.startsWith(ACKNOWLEDGED) || words.length < 4) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Acknowledged(UUID.fromString(words[3]), words.length > 4 ? Instant.parse(words[4]) : null));
            } catch (IllegalArgumentException | DateTimeException notOurs) {
                return Optional.empty();
            }
        }
    }
}
