package custody.node.alarms.channels;

import custody.record.catalogue.Wire;
import custody.record.desk.CameraAlarm;
import custody.record.desk.RaisedAlert;
import custody.record.events.FacilityCode;
import custody.record.law.Lawbook;
import custody.record.law.rules.Text;
import custody.store.alarms.Outbox.Letter;
import custody.store.alarms.Outbox.Matter;
import custody.web.words.Language;
import custody.web.words.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What messages say, Ukrainian first. The record's number, the rule and times: nothing of the person, since a message
 * leaves the node and nobody can take it back.
 */
final class Letters {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private static final Wording UK = Wording.in(Language.UK);
    private static final Wording EN = Wording.in(Language.EN);

    private final Lawbook law;

    Letters(Lawbook law) {
        this.law = law;
    }

    /** One line, for a subject: both languages, the most urgent word first. */
    String subject(Letter letter) {
        return switch (letter.matter()) {
            case Matter.OfRecord(var alert) ->
                uk(alert) + " / " + en(alert) + ": " + both(provision(alert)) + ", " + alert.number();
            case Matter.OfCameras(var alarm, var alarms) ->
                CameraWords.uk(alarm, alarms) + " / " + CameraWords.en(alarm, alarms) + ": " + alarm.facility();
        };
    }

    /** A few lines in both languages. */
    String body(Letter letter) {
        return switch (letter.matter()) {
            case Matter.OfRecord(var alert) -> body(letter, alert);
            case Matter.OfCameras(var alarm, var alarms) -> body(letter, alarm, alarms);
        };
    }

    private String body(Letter letter, CameraAlarm alarm, int alarms) {
        return """
                %s
                Заклад: %s
                Відколи: %s
                Сповіщення від: %s
                Адресат: %s

                %s
                Facility: %s
                Since: %s
                Raised: %s
                Told to: %s

                %s
                """.formatted(
                        CameraWords.uk(alarm, alarms),
                        alarm.facility(),
                        local(alarm.facility(), alarm.cameTrueAt()),
                        local(alarm.facility(), alarm.raisedAt()),
                        rung(letter, UK),
                        CameraWords.en(alarm, alarms),
                        alarm.facility(),
                        local(alarm.facility(), alarm.cameTrueAt()),
                        local(alarm.facility(), alarm.raisedAt()),
                        rung(letter, EN),
                        letter.id());
    }

    private String body(Letter letter, RaisedAlert alert) {
        Text title = title(alert);
        return """
                %s: %s
                %s
                Запис № %s
                Кінцевий строк: %s
                Сповіщення від: %s
                Адресат: %s

                %s: %s
                %s
                Record %s
                Due: %s
                Raised: %s
                Told to: %s

                %s
                """.formatted(
                        uk(alert),
                        provision(alert).uk(),
                        title.uk(),
                        alert.number(),
                        local(alert, alert.due()),
                        local(alert, alert.raisedAt()),
                        rung(letter, UK),
                        en(alert),
                        provision(alert).en(),
                        title.en(),
                        alert.number(),
                        local(alert, alert.due()),
                        local(alert, alert.raisedAt()),
                        rung(letter, EN),
                        letter.id());
    }

    /** One short message, in Ukrainian alone: 70 letters a part. */
    String brief(Letter letter) {
        return switch (letter.matter()) {
            case Matter.OfRecord(var alert) ->
                uk(alert) + ". " + provision(alert).uk() + ". " + alert.number() + ". " + local(alert, alert.due());
            case Matter.OfCameras(var alarm, var alarms) ->
                CameraWords.uk(alarm, alarms) + ". " + alarm.facility() + ". "
                        + local(alarm.facility(), alarm.cameTrueAt());
        };
    }

    private static String uk(RaisedAlert alert) {
        return switch (alert.kind()) {
            case BREACH -> "Строк порушено";
            case WARNING -> "Минуло " + alert.percent() + " % строку";
            case QUESTION -> "Позначка";
        };
    }

    private static String en(RaisedAlert alert) {
        return switch (alert.kind()) {
            case BREACH -> "Deadline passed";
            case WARNING -> alert.percent() + "% of the limit has passed";
            case QUESTION -> "Flag";
        };
    }

    /** The provision, or what an honesty rule asks, in both languages. */
    private Text provision(RaisedAlert alert) {
        String provision = alert.provision();
        return provision == null ? asked(alert) : law.citation(alert.pack(), alert.rule(), provision);
    }

    private static Text asked(RaisedAlert alert) {
        return new Text(UK.option("flag", alert.rule()), EN.option("flag", alert.rule()));
    }

    private static String both(Text text) {
        return text.uk().equals(text.en()) ? text.uk() : text.uk() + " / " + text.en();
    }

    private static String rung(Letter letter, Wording say) {
        return say.say("alerts.rung." + Wire.name(letter.rung()));
    }

    private Text title(RaisedAlert alert) {
        return law.rule(alert.pack(), alert.rule())
                .map(rule -> rule.heading().title())
                .orElseGet(() -> alert.provision() == null ? asked(alert) : new Text(alert.rule(), alert.rule()));
    }

    private String local(RaisedAlert alert, @Nullable Instant instant) {
        return local(alert.number().facility(), instant);
    }

    private String local(FacilityCode facility, @Nullable Instant instant) {
        ZoneId zone = law.circumstances().apply(facility).zone();
        return Optional.ofNullable(instant)
                .map(at -> TIME.format(at.atZone(zone)) + " (" + zone.getId() + ")")
                .orElse("-");
    }
}
