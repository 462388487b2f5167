package custody.web.entry;

import custody.record.desk.RaisedAlert;
import custody.record.detention.Draft;
import custody.record.events.Occurrence;
import custody.record.events.SystemFact.AlertAcknowledged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody took note of an alert. An event of the record and not a leaf beside it: whoever reads the record later,
 * the defender too, sees who knew of the breach and since when; and it cannot be taken back.
 */
public final class Acknowledging {
    private Acknowledging() {}

    /** The entry, happening now. */
    public static Draft draft(RaisedAlert alert, @Nullable String note, Instant now) {
        return Draft.of(new AlertAcknowledged(alert.event(), note), new Occurrence(now, null, Occurrence.Source.LIVE));
    }
}
