package custody.web.pages;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.PersonDetails;
import custody.record.events.Risk;
import custody.web.components.Row;
import custody.web.forms.People;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a record's page, in words: who it is and how things stand.
 *
 * @param id the record
 * @param number number people say
 * @param version newest version
 * @param name full name, or that it is unknown
 * @param initials two letters
 * @param status where the custody stands
 * @param ended whether control has ended
 * @param since apprehension, UTC, for the running length
 * @param elapsed time under control until now or until it ended
 * @param facts how things stand, line by line
 * @param risks risks known
 * @param handcuffed whether in handcuffs
 * @param next what is to be done next
 * @param nextPath where
 */
public record RecordView(
        String id,
        String number,
        int version,
        String name,
        String initials,
        String status,
        boolean ended,
        String since,
        String elapsed,
        List<Row> facts,
        List<String> risks,
        boolean handcuffed,
        String next,
        String nextPath) {

    static RecordView of(CustodyRecord record, Visit visit, People people) {
        Wording say = visit.wording();
        Situation situation = visit.shown(record);
        Instant end = situation.status().ended() ? situation.statusSince() : visit.now();
        NextStep next = NextStep.of(situation);
        String path = "/records/" + record.id();
        boolean ended = situation.status().ended();
        return new RecordView(
                record.id().toString(),
                record.number().toString(),
                record.version(),
                PersonNames.full(situation.person(), say),
                PersonNames.initials(situation.person()),
                say.constant(situation.status()),
                ended,
                visit.times().machine(situation.apprehendedAt()),
                visit.times().length(Duration.between(situation.apprehendedAt(), end)),
                facts(situation, visit, people),
                situation.risks().stream()
                        .sorted()
                        .map((Risk risk) -> say.constant(risk))
                        .toList(),
                situation.handcuffed(),
                ended ? "" : say.say(next.text()),
                path + next.path());
    }

    private static List<Row> facts(Situation situation, Visit visit, People people) {
        Wording say = visit.wording();
        Times times = visit.times();
        List<Row> rows = new ArrayList<>();
        person(rows, situation.person(), visit);
        rows.add(new Row(
                say.say("record.bases"),
                String.join("; ", situation.bases().stream().map(say::constant).toList())));
        rows.add(new Row(say.say("record.apprehended"), times.full(situation.apprehendedAt())));
        time(rows, say.say("record.delivered"), situation.deliveredAt(), times, situation.apprehendedAt(), say);
        time(rows, say.say("record.registered"), situation.registeredAt(), times, situation.apprehendedAt(), say);
        if (situation.elsewhere() != null) {
            rows.add(new Row(say.say("whiteboard.place"), situation.elsewhere()));
        } else if (situation.room() != null) {
            rows.add(new Row(say.say("whiteboard.place"), people.roomName(situation.room())));
        }
        if (situation.level() != null) {
            rows.add(new Row(say.say("record.level"), say.constant(situation.level())));
        }
        if (situation.lastCheck() != null) {
            rows.add(new Row(say.say("record.last-check"), times.near(situation.lastCheck(), visit.now())));
        }
        return rows;
    }

    private static void person(List<Row> rows, PersonDetails person, Visit visit) {
        Wording say = visit.wording();
        if (person.unknown() && person.description() != null) {
            rows.add(new Row(say.field("apprehended", "person.description"), person.description()));
        }
        if (person.birthDate() != null) {
            rows.add(new Row(
                    say.field("apprehended", "person.birthDate"), visit.times().date(person.birthDate())));
        }
        if (person.sex() != null) {
            rows.add(new Row(say.field("apprehended", "person.sex"), say.constant(person.sex())));
        }
        if (person.citizenship() != null) {
            rows.add(new Row(say.field("apprehended", "person.citizenship"), say.countryOf(person.citizenship())));
        }
        if (Boolean.TRUE.equals(person.interpreterNeeded())) {
            rows.add(new Row(say.field("apprehended", "person.interpreterNeeded"), say.say("form.yes")));
        }
        if (!person.specialStatuses().isEmpty()) {
            rows.add(new Row(
                    say.field("apprehended", "person.specialStatuses"),
                    String.join(
                            "; ",
                            person.specialStatuses().stream().map(say::constant).toList())));
        }
    }

    /** A time with its distance from the apprehension, which is where unrecorded time shows. */
    private static void time(
            List<Row> rows, String label, @Nullable Instant at, Times times, Instant from, Wording say) {
        String text = at == null
                ? say.say("record.not-yet")
                : times.full(at) + " · " + say.say("record.after", times.length(Duration.between(from, at)));
        rows.add(new Row(label, text));
    }
}
