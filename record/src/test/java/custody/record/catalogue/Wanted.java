package custody.record.catalogue;

import custody.record.access.Denial;
import custody.record.access.Role;
import custody.record.detention.Refusal;
import custody.record.detention.Situation;
import custody.record.detention.Step;
import custody.record.events.Occurrence;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.record.places.Room;
import custody.record.places.Separation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every label that the types of this room ask for; each is a list of keys of which the first present one is taken. */
final class Wanted {
    private static final List<Class<? extends Enum<?>>> BESIDE_THE_CATALOGUE = List.of(
            Situation.Status.class,
            Step.class,
            Occurrence.Source.class,
            Officer.Category.class,
            Role.class,
            Facility.Kind.class,
            Facility.State.class,
            Room.Kind.class,
            Room.Privacy.class,
            Room.Designation.class,
            Separation.Concern.class);

    private static final List<String> SINGLE = List.of(
            "refusal.appointment",
            "place.unknown",
            "field.facility",
            "field.occurredAt",
            "field.until",
            "field.source",
            "field.recordedAt",
            "field.recordedBy",
            "field.performedBy",
            "field.present",
            "field.place",
            "field.lateReason",
            "field.note",
            "field.version");

    /** The booking's API names that are not also a field of a kind. */
    private static final List<String> BOOKING = List.of(
            "apprehension.at", "apprehension.place", "apprehension.by", "basis.kind", "delivery.at", "delivery.by");

    private Wanted() {}

    static List<List<String>> keys() {
        List<List<String>> wanted = new ArrayList<>();
        Arrays.stream(Group.values()).map(LabelKeys::group).map(List::of).forEach(wanted::add);
        for (EventKind kind : Catalogue.kinds()) {
            wanted.add(List.of(LabelKeys.kind(kind.name())));
            kind.fields().forEach(field -> wanted.addAll(field(kind.name(), field)));
        }
        BOOKING.forEach(field -> wanted.add(LabelKeys.field(LabelKeys.BOOKING, field)));
        BESIDE_THE_CATALOGUE.stream()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(LabelKeys::constant)
                .map(List::of)
                .forEach(wanted::add);
        sentences().map(List::of).forEach(wanted::add);
        SINGLE.stream().map(List::of).forEach(wanted::add);
        return wanted;
    }

    private static Stream<String> sentences() {
        Stream<String> errors = Arrays.stream(FieldError.Code.values())
                .flatMap(code -> code.forms().stream().map(limits -> LabelKeys.error(code, limits)));
        Stream<String> denials = Arrays.stream(Denial.values()).map(LabelKeys::denied);
        Stream<String> refusals = Arrays.stream(Refusal.class.getPermittedSubclasses())
                .map(Wire::name)
                .map(LabelKeys::refusal);
        return Stream.of(errors, denials, refusals).flatMap(keys -> keys);
    }

    private static List<List<String>> field(String form, Field field) {
        List<List<String>> wanted = new ArrayList<>();
        wanted.add(LabelKeys.field(form, field.name()));
        switch (field.type()) {
            case FieldType.Choice(String set, List<String> options, List<String> _) ->
                wanted.addAll(options(set, options));
            case FieldType.Choices(String set, List<String> options) -> wanted.addAll(options(set, options));
            case FieldType.Quantity(long _, long _, String unit)
            when !unit.isEmpty() -> wanted.add(List.of(LabelKeys.unit(unit)));
            case FieldType.Quantity _,
                    FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.Code _,
                    FieldType.YesNo _,
                    FieldType.Moment _,
                    FieldType.Day _,
                    FieldType.Officer _,
                    FieldType.Officers _,
                    FieldType.Room _,
                    FieldType.EventReference _,
                    FieldType.EventReferences _,
                    FieldType.LineList _,
                    FieldType.Cameras _,
                    FieldType.Replacements _ -> {}
        }
        return wanted;
    }

    private static List<List<String>> options(String set, List<String> options) {
        return options.stream()
                .map(option -> List.of(LabelKeys.option(set, option)))
                .toList();
    }
}
