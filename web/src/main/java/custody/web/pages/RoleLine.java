package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.desk.Accounts;
import custody.record.desk.Officers;
import custody.record.desk.RoleEntry;
import custody.record.events.Badge;
import custody.record.places.Officer;
import custody.web.forms.People;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of an officer's history: what was done, when and by whom.
 *
 * @param at local time
 * @param dateTime the same for programs
 * @param what in words
 * @param by in words
 * @param index of the entry in the ledger
 */
public record RoleLine(String at, String dateTime, String what, String by, long index) {
    /** The newest; the ledger has them all. */
    private static final int MOST = 200;

    static List<RoleLine> of(List<RoleEntry> entries, Visit visit, Officers officers) {
        People people = People.of(visit, officers);
        List<RoleLine> lines = new ArrayList<>();
        for (int place = 0; place < Math.min(entries.size(), MOST); place++) {
            RoleEntry entry = entries.get(place);
            Optional<Officer> before = entries.subList(place + 1, entries.size()).stream()
                    .map(RoleEntry::what)
                    .flatMap(what ->
                            what instanceof RoleEntry.Became(Officer officer) ? Stream.of(officer) : Stream.empty())
                    .findFirst();
            lines.add(new RoleLine(
                    visit.times().full(entry.at()),
                    entry.at().toString(),
                    what(entry.what(), before, visit.wording()),
                    by(entry, people, visit.wording()),
                    entry.index()));
        }
        return lines;
    }

    private static String what(RoleEntry.What what, Optional<Officer> before, Wording say) {
        return switch (what) {
            case RoleEntry.WayIn(var kind) -> say.say("admin.history." + Wire.name(kind));
            case RoleEntry.Became(Officer officer) -> became(officer, before, say);
        };
    }

    /** The first entry says all that the officer was; later ones what changed. */
    private static String became(Officer now, Optional<Officer> before, Wording say) {
        List<String> parts = new ArrayList<>();
        add(parts, say.say("admin.name"), now.name(), before.map(Officer::name));
        add(parts, say.say("admin.rank"), now.rank(), before.map(Officer::rank));
        add(parts, say.say("admin.post"), now.post(), before.map(Officer::post));
        add(
                parts,
                say.say("admin.category"),
                say.constant(now.category()),
                before.map(officer -> say.constant(officer.category())));
        add(
                parts,
                say.say("admin.active"),
                say.say(now.active() ? "form.yes" : "form.no"),
                before.map(officer -> say.say(officer.active() ? "form.yes" : "form.no")));
        return parts.isEmpty() ? say.say("admin.history.unchanged") : String.join("; ", parts);
    }

    private static void add(List<String> parts, String label, String now, Optional<String> before) {
        if (!Objects.equals(before.orElse(""), now)) {
            String was = before.filter(text -> !text.isEmpty())
                    .map(text -> text + " → ")
                    .orElse("");
            parts.add(label + ": " + was + (now.isEmpty() ? "–" : now));
        }
    }

    private static String by(RoleEntry entry, People people, Wording say) {
        return entry.by()
                .map(by -> switch (by) {
                    case Accounts.Signed(Badge badge) ->
                        people.names(List.of(badge)).getFirst();
                    case Accounts.Console() -> say.say("admin.history.console");
                })
                .orElseGet(() -> say.say("admin.history.unsaid"));
    }
}
