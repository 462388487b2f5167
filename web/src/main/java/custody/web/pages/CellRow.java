package custody.web.pages;

import custody.record.places.Separation;
import custody.web.session.CellDesk.Cell;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.List;

/**
 * A cell beside the form that allocates one.
 *
 * @param name its name
 * @param people how many are in it, of how many places
 * @param verdict whether this person may be put there, in words
 * @param tone {@code green}, {@code amber} or {@code red}
 * @param concerns what stands against it
 */
public record CellRow(String name, String people, String verdict, String tone, List<String> concerns) {
    public CellRow {
        concerns = List.copyOf(concerns);
    }

    static List<CellRow> of(List<Cell> cells, Visit visit) {
        return cells.stream().map(cell -> of(cell, visit.wording())).toList();
    }

    private static CellRow of(Cell cell, Wording say) {
        boolean refused = Separation.refuses(cell.concerns());
        String tone = refused ? "red" : cell.concerns().isEmpty() ? "green" : "amber";
        return new CellRow(
                cell.room().name(),
                say.say("law.cell-people", cell.there(), cell.room().capacity()),
                say.say("law.cell." + tone),
                tone,
                cell.concerns().stream().map(say::constant).toList());
    }
}
