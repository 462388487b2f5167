package custody.record.detention;

import custody.record.catalogue.Shape;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.Coded;
import custody.record.events.PersonDetails.Sex;
import custody.record.events.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The six booking fields as form and API name them ({@code POST /api/v1/records}); read through {@link #SHAPE}. */
public record BookingForm(Who person, Apprehension apprehension, Ground basis, Delivery delivery) {

    /** Its fields, and how to read them. */
    public static final Shape<BookingForm> SHAPE = Shape.of(BookingForm.class);

    /** Who: a name, or a description of the unknown. */
    public record Who(
            @Nullable @Words(max = 100, lines = false) String surname,
            @Nullable @Words(max = 100, lines = false) String givenName,
            @Nullable @Words(max = 100, lines = false) String patronymic,
            @Nullable LocalDate birthDate,
            @Nullable Sex sex,

            @Nullable @Coded(pattern = "[A-Z]{2}", example = "UA")
            String citizenship,

            Unknown unknown) {}

    /** What an unknown person looks like. */
    public record Unknown(@Nullable @Words(max = 1_000) String description) {}

    /** When, where, by whom. */
    public record Apprehension(Instant at, @Words(max = 500) String place, List<Badge> by) {
        public Apprehension {
            by = List.copyOf(by);
        }
    }

    /** On what basis. */
    public record Ground(
            Basis kind,
            @Nullable String offence,
            Basis.@Nullable Aggravation aggravation,
            Basis.@Nullable Regime regime) {}

    /** Delivered when; nothing while on the way. {@code by} is empty where the apprehending officers delivered. */
    public record Delivery(@Nullable Instant at, List<Badge> by) {
        public Delivery {
            by = List.copyOf(by);
        }
    }
}
