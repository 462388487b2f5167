package custody.web.pages;

import custody.record.desk.Summary;
import custody.record.detention.Situation;
import custody.record.detention.Situation.Status;
import custody.record.events.Basis;
import custody.record.events.Risk;
import custody.record.events.RoomCode;
import custody.record.places.Room;
import custody.web.law.ClockView;
import custody.web.law.RowLaw;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person on the whiteboard, in words.
 *
 * @param path the record's page
 * @param number record number without the facility's code
 * @param name full name, or that it is unknown
 * @param initials two letters
 * @param place room, or where the person is outside
 * @param away whether the person is out of the facility
 * @param basis legal basis, short
 * @param visitor whether nothing allows to hold the person
 * @param since apprehension
 * @param sinceText apprehension as the walls show it
 * @param elapsed time under control
 * @param next what is to be done next
 * @param nextPath where it is done
 * @param level observation level; empty where none is set
 * @param checkText time of the last look
 * @param check {@code green}, {@code amber}, {@code red} or {@code none}
 * @param risks risks known
 * @param handcuffed whether in handcuffs
 * @param law next deadline, tasks, next check
 */
public record BoardRow(
        String path,
        String number,
        String name,
        String initials,
        String place,
        boolean away,
        String basis,
        boolean visitor,
        Instant since,
        String sinceText,
        String elapsed,
        String next,
        String nextPath,
        String level,
        String checkText,
        String check,
        List<String> risks,
        boolean handcuffed,
        RowLaw law) {

    static BoardRow of(Summary summary, RowLaw law, Visit visit) {
        Wording say = visit.wording();
        Times times = visit.times();
        Situation situation = summary.situation();
        NextStep next = NextStep.of(situation);
        ClockView check = law.check();
        Instant since = situation.apprehendedAt();
        Instant last = situation.lastCheck();
        String path = "/records/" + summary.id();
        return new BoardRow(
                path,
                Integer.toString(summary.number().running()),
                PersonNames.full(situation.person(), say),
                PersonNames.initials(situation.person()),
                place(situation, visit),
                situation.status() == Status.ELSEWHERE,
                say.say("basis.short." + custody.record.catalogue.Wire.name(situation.basis())),
                situation.basis() == Basis.VISITOR,
                since,
                times.near(since, visit.now()),
                times.length(Duration.between(since, visit.now())),
                say.say(next.text()),
                path + next.path(),
                situation.level() == null ? "" : say.constant(situation.level()),
                last == null ? "" : times.near(last, visit.now()),
                check == null ? "none" : check.tone(),
                situation.risks().stream()
                        .sorted()
                        .map((Risk risk) -> say.constant(risk))
                        .toList(),
                situation.handcuffed(),
                law);
    }

    private static String place(Situation situation, Visit visit) {
        return switch (situation.status()) {
            case ON_THE_WAY -> visit.wording().constant(situation.status());
            case ELSEWHERE -> elsewhere(situation, visit.wording());
            case IN_CUSTODY, RELEASED, TRANSFERRED, ESCAPED, DIED, CLOSED -> room(situation.room(), visit);
        };
    }

    private static String elsewhere(Situation situation, Wording say) {
        String where = situation.elsewhere();
        return where == null || where.isEmpty() ? say.constant(situation.status()) : where;
    }

    private static String room(@Nullable RoomCode code, Visit visit) {
        if (code == null) {
            return visit.wording().say("place.unknown");
        }
        return visit.facility().rooms().stream()
                .filter(room -> room.code().equals(code))
                .findFirst()
                .map(Room::name)
                .orElse(code.code());
    }
}
