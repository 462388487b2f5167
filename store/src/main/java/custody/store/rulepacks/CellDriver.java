package custody.store.rulepacks;

import custody.record.catalogue.Wire;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Housing;
import custody.record.law.rules.Pack;
import custody.record.places.Separation.Concern;
import custody.store.rulepacks.CellCases.Answer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs cases of cells against what decides on an allocation, over the records of those who are there. That forms and API ask
 * for the reason, or refuse, is seen where the node plays the same cases.
 */
final class CellDriver {
    private final CaseTally tally;
    private final Map<String, Shown> shown = new TreeMap<>();

    CellDriver(CaseTally tally) {
        this.tally = tally;
    }

    /** How near the norm the cases of a rule come, in hundredths of a square metre for all persons together. */
    private record Shown(Set<Long> over, Set<Answer> answers) {}

    void run(Pack pack, CellCases file) {
        for (String zero : file.zeros()) {
            for (CellCases.Sought sought : file.cases()) {
                Offsets offsets = new Offsets(OffsetDateTime.parse(zero).toInstant(), pack.zone());
                tally.judged(file.provision(), file.rule());
                one(pack, file, sought, offsets, CaseTally.where(file, sought.line(), sought.name()) + " from " + zero);
            }
        }
    }

    private void one(Pack pack, CellCases file, CellCases.Sought sought, Offsets offsets, String where) {
        CustodyRecord person = Timeline.told(sought.person(), offsets, 1).record();
        List<CustodyRecord> present = new ArrayList<>(List.of(person));
        for (List<Map<String, Object>> other : sought.there()) {
            present.add(Timeline.told(CellCases.allocated(other, CellCases.CELL, offsets), offsets, present.size() + 1)
                    .record());
        }
        LocalDate today = LocalDate.ofInstant(offsets.at(sought.at()), pack.zone());
        Set<Concern> concerns = Housing.concerns(person, sought.room(), present, sought.norm(), today);
        Answer answer = Housing.refusal(concerns) != null
                ? Answer.REFUSED
                : concerns.isEmpty() ? Answer.ALLOWED : Answer.NEEDS_REASON;
        tally.expect(where, Wire.name(sought.answer()), Wire.name(answer));
        tally.expect(where + " concerns", names(sought.concerns()), names(concerns));
        long persons = Housing.in(sought.room(), present).size() + 1L;
        Shown of = shown.computeIfAbsent(file.rule(), _ -> new Shown(new HashSet<>(), EnumSet.noneOf(Answer.class)));
        of.over().add(sought.room().area() - persons * sought.norm());
        of.answers().add(answer);
    }

    private static List<String> names(Collection<Concern> concerns) {
        return concerns.stream().map(Wire::name).toList();
    }

    /** What every rule about room must show and one does not. */
    List<String> holes() {
        List<String> holes = new ArrayList<>();
        shown.forEach((rule, of) -> {
            for (long distance : List.of(-1L, 0L, 1L)) {
                if (!of.over().contains(distance)) {
                    holes.add("rule " + rule + ": no case is " + distance
                            + " hundredths of a square metre from the norm");
                }
            }
            for (Answer answer : Answer.values()) {
                if (!of.answers().contains(answer)) {
                    holes.add("rule " + rule + ": no case is " + Wire.name(answer));
                }
            }
        });
        return holes;
    }
}
