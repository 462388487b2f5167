package custody.web.pages;

import custody.web.components.Row;
import java.util.List;

/**
 * One event on the timeline, in words, as it stands after its corrections.
 *
 * @param id id of the element
 * @param version its number in the record, also of its receipt
 * @param title the kind
 * @param group group of the kind, as in the filter
 * @param occurred when it happened, local; with its end where it has one
 * @param machine when it happened, UTC
 * @param recorded when it was written, local; empty where that is the same minute
 * @param late how late it was written; empty where it was in time
 * @param recordedBy who wrote it
 * @param details its fields, people, place and note; empty where only the outline may be seen
 * @param hidden whether only the outline may be seen
 * @param missing labels of what is still open
 * @param corrections its corrections, the oldest first
 * @param withdrawn whether it counts no longer
 * @param state {@code recorded}, {@code sealed} or {@code witnessed}
 * @param correctable whether the reader may correct it
 */
public record TimelineItem(
        String id,
        int version,
        String title,
        String group,
        String occurred,
        String machine,
        String recorded,
        String late,
        String recordedBy,
        List<Row> details,
        boolean hidden,
        List<String> missing,
        List<CorrectionLine> corrections,
        boolean withdrawn,
        String state,
        boolean correctable) {

    /**
     * One correction beside the event it corrects.
     *
     * @param version its number in the record
     * @param recorded when it was written, local
     * @param recordedBy who wrote it
     * @param reason why; empty where only the outline may be seen
     * @param changes what changed: the field, and its value before and after
     */
    public record CorrectionLine(
            int version, String recorded, String recordedBy, String reason, List<Change> changes) {}

    /** A value before and after. */
    public record Change(String label, String before, String after) {}
}
