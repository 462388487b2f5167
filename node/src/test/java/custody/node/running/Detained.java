package custody.node.running;

import custody.node.demo.DemoFacility;
import custody.record.desk.Outcome;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CustodyFact;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import custody.store.Store;
import java.time.Instant;
import java.util.List;

/** Somebody invented who is in custody at the demo's facility. */
public final class Detained {
    private Detained() {}

    /** Books somebody apprehended then and delivered half an hour later. */
    public static RecordId book(Store store, Instant at) {
        PersonDetails person = new PersonDetails(
                "Вигаданий",
                "Петро",
                null,
                null,
                null,
                null,
                PersonDetails.Sex.MALE,
                "UA",
                null,
                null,
                List.of("uk"),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        var apprehended = new CustodyFact.Apprehended(
                person,
                "вул. Перша, 1",
                List.of(new Badge("1000002")),
                Basis.CPC_208,
                "185(3)",
                Basis.Aggravation.NONE,
                Basis.Regime.ORDINARY,
                null);
        var writer = new Writer(new Badge("1000001"), null);
        var booking = new Booking(apprehended, at, at.plusSeconds(1800), List.of());
        return ((Outcome.Stored) store.records().open(DemoFacility.CODE, booking, writer))
                .record()
                .id();
    }
}
