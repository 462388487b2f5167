package custody.web.law;

import custody.web.components.Row;
import java.util.List;

/**
 * One rule, readable by a lawyer.
 *
 * @param id its id
 * @param version its version
 * @param title what is demanded, in the reader's language
 * @param other the same in the other language
 * @param otherLanguage BCP 47 tag of that
 * @param provision article and part
 * @param kind what kind of rule it is
 * @param standing whether its number is the law's or ours
 * @param certainty how surely it says what the law says
 * @param sure whether the wording in force was read
 * @param rows what it asks, line by line
 * @param source what was read, and where
 */
public record RuleView(
        String id,
        int version,
        String title,
        String other,
        String otherLanguage,
        String provision,
        String kind,
        String standing,
        String certainty,
        boolean sure,
        List<Row> rows,
        String source) {
    public RuleView {
        rows = List.copyOf(rows);
    }
}
