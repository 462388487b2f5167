package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.desk.Outcome;
import custody.record.desk.Reading;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.places.Facility;
import custody.record.places.Officer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something that waits to be decided and appended, with the answer its caller waits for; answered after the commit. */
sealed interface Wish {

    /** Open a record. */
    record Opening(FacilityCode facility, Booking booking, Writer writer, CompletableFuture<Outcome> answer)
            implements Wish {}

    /** Add an event. */
    record Adding(
            RecordId record,
            Draft draft,
            @Nullable Integer expected,
            Writer writer,
            boolean bySystem,
            CompletableFuture<Outcome> answer)
            implements Wish {}

    /**
     * Look at one record, or at a facility's, with rows of other tables that say what was done by it. Answered with the record
     * as it stands just then.
     *
     * @param seen the same before the look is stored
     */
    record Looking(
            Reading reading,
            @Nullable RecordId record,
            @Nullable FacilityCode facility,
            List<Beside> beside,
            CompletableFuture<Optional<CustodyRecord>> seen,
            CompletableFuture<Optional<CustodyRecord>> answer)
            implements Wish {
        public Looking {
            beside = List.copyOf(beside);
        }

        Looking(Reading reading, @Nullable RecordId record, @Nullable FacilityCode facility, List<Beside> beside) {
            // What fails is not seen either.
            CompletableFuture<Optional<CustodyRecord>> answer = new CompletableFuture<>();
            this(reading, record, facility, beside, answer.copy(), answer);
        }
    }

    /** Note something about the node itself, with rows of other tables. Answered with the index. */
    record Noting(EntryClass entryClass, ClearFacts facts, List<Beside> beside, CompletableFuture<Long> answer)
            implements Wish {
        public Noting {
            beside = List.copyOf(beside);
        }
    }

    /** Put an officer in. Answered with the index. */
    record PuttingOfficer(Officer officer, Accounts.By by, CompletableFuture<Long> answer) implements Wish {}

    /** Give a password or token, or take tokens away: the entry, and the row that stands or falls with it. Answered with the index. */
    record ChangingCredential(CredentialChange change, Beside beside, CompletableFuture<Long> answer) implements Wish {}

    /** Put a facility in, and say who did; null for the console. Answered with the index. */
    record PuttingFacility(Facility facility, @Nullable Reading by, CompletableFuture<Long> answer) implements Wish {}

    /** The answer that the caller waits for. */
    CompletableFuture<?> answer();

    /** Most leaves it can bring. */
    default int leaves() {
        return switch (this) {
            case Opening _ -> 3;
            case PuttingFacility _ -> 2;
            case Adding _, Looking _, Noting _, PuttingOfficer _, ChangingCredential _ -> 1;
        };
    }

    /** Rows of other tables that stand or fall with its first entry. */
    default List<Beside> rows() {
        return switch (this) {
            case Looking looking -> looking.beside();
            case Noting noting -> noting.beside();
            case ChangingCredential changing -> List.of(changing.beside());
            case Opening _, Adding _, PuttingOfficer _, PuttingFacility _ -> List.of();
        };
    }

    /** Whose request it is, where that may be sent again. */
    default Optional<Writer> byRequest() {
        return switch (this) {
            case Opening opening -> Optional.of(opening.writer()).filter(writer -> writer.request() != null);
            case Adding adding -> Optional.of(adding.writer()).filter(writer -> writer.request() != null);
            case Looking _, Noting _, PuttingOfficer _, ChangingCredential _, PuttingFacility _ -> Optional.empty();
        };
    }
}
