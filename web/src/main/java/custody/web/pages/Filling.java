package custody.web.pages;

import custody.record.catalogue.EventKind;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.web.forms.Mistakes;
import custody.web.forms.Typed;
import custody.web.problems.Problem;
import custody.web.session.Visit;
import java.util.List;

/**
 * A form in the hands of somebody who fills it in.
 *
 * @param kind kind of the event
 * @param record the record as it stands now
 * @param typed what was typed so far
 * @param mistakes what is wrong with it
 * @param key names the request, however often it is sent
 * @param since what others wrote meanwhile; empty where nothing
 */
record Filling(EventKind kind, CustodyRecord record, Typed typed, Mistakes mistakes, String key, List<Event> since) {
    Filling {
        since = List.copyOf(since);
    }

    Filling since(List<Event> events) {
        return new Filling(kind, record, typed, mistakes, key, events);
    }

    /** What stands against a cell goes to the field that is to change: another cell, or a reason. */
    Filling against(Problem problem, Visit visit) {
        mistakes.unsuitable(problem.errors(), unsuitable(problem, visit));
        return this;
    }

    /** What stands against a cell in words: why it cannot be, or that a reason is needed. */
    static String unsuitable(Problem problem, Visit visit) {
        return problem.refusal() == null
                ? visit.wording().say("law.cell-reason")
                : problem.detail(visit.wording(), visit.times());
    }

    Filling withKey(String fresh) {
        return new Filling(kind, record, typed, mistakes, fresh, since);
    }
}
