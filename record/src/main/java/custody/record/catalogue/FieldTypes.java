package custody.record.catalogue;

import custody.record.events.Badge;
import custody.record.events.Between;
import custody.record.events.Cameras;
import custody.record.events.Coded;
import custody.record.events.EventId;
import custody.record.events.Expected;
import custody.record.events.Former;
import custody.record.events.RoomCode;
import custody.record.events.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a record component's Java type and annotations to its field. */
final class FieldTypes {
    /** One-field records that are values, not nested fields. */
    private static final Set<Class<?>> CODES = Set.of(Badge.class, RoomCode.class, EventId.class);

    static final int LINE = 200;

    private FieldTypes() {}

    static boolean nested(Class<?> type) {
        return !CODES.contains(type);
    }

    static Field field(RecordComponent component, String prefix) {
        return new Field(prefix + component.getName(), typeOf(component), demandOf(component));
    }

    private static Field.Demand demandOf(RecordComponent component) {
        if (component.isAnnotationPresent(Expected.class)) {
            return Field.Demand.EXPECTED;
        }
        boolean open = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || List.class.equals(component.getType())
                || SequencedMap.class.equals(component.getType());
        return open ? Field.Demand.OPTIONAL : Field.Demand.REQUIRED;
    }

    private static FieldType typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return new FieldType.Choice(setName(type), options(type), former(type));
        }
        if (type.equals(String.class)) {
            return text(component);
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return new FieldType.YesNo();
        }
        if (type.equals(int.class) || type.equals(Integer.class)) {
            Between limits = component.getAnnotation(Between.class);
            if (limits == null) {
                throw new IllegalStateException("a number without limits: " + component);
            }
            return new FieldType.Quantity(limits.min(), limits.max(), limits.unit());
        }
        if (type.equals(List.class)) {
            return component.isAnnotationPresent(Cameras.class)
                    ? new FieldType.Cameras(LINE)
                    : listOf(elementOf(component));
        }
        return plain(type);
    }

    private static FieldType plain(Class<?> type) {
        if (type.equals(Instant.class)) {
            return new FieldType.Moment();
        }
        if (type.equals(LocalDate.class)) {
            return new FieldType.Day();
        }
        if (type.equals(Badge.class)) {
            return new FieldType.Officer();
        }
        if (type.equals(RoomCode.class)) {
            return new FieldType.Room();
        }
        if (type.equals(EventId.class)) {
            return new FieldType.EventReference();
        }
        if (type.equals(SequencedMap.class)) {
            return new FieldType.Replacements();
        }
        throw new IllegalStateException("no field takes a " + type.getSimpleName());
    }

    private static FieldType text(RecordComponent component) {
        Coded coded = component.getAnnotation(Coded.class);
        if (coded != null) {
            return new FieldType.Code(coded.pattern(), coded.example());
        }
        Words words = component.getAnnotation(Words.class);
        if (words == null) {
            return new FieldType.Line(LINE);
        }
        return words.lines() ? new FieldType.Lines(words.max()) : new FieldType.Line(words.max());
    }

    private static FieldType listOf(Class<?> element) {
        if (element.isEnum()) {
            return new FieldType.Choices(setName(element), options(element));
        }
        if (element.equals(Badge.class)) {
            return new FieldType.Officers();
        }
        if (element.equals(EventId.class)) {
            return new FieldType.EventReferences();
        }
        return new FieldType.LineList(LINE);
    }

    /** The component's type, or that of its items where it is a list. */
    static Class<?> elementOf(RecordComponent component) {
        return component.getType().equals(List.class)
                        && component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item
                ? item
                : component.getType();
    }

    /** {@code Searched.Degree} is the set {@code searched-degree}; a top-level or group-wide enum goes by its own name. */
    static String setName(Class<?> type) {
        Class<?> holder = type.getDeclaringClass();
        return holder != null && holder.isRecord() ? Wire.name(holder) + "-" + Wire.name(type) : Wire.name(type);
    }

    private static List<String> former(Class<?> type) {
        Set<String> names = Arrays.stream(type.getFields())
                .filter(constant -> constant.isAnnotationPresent(Former.class))
                .map(constant -> constant.getName())
                .collect(Collectors.toSet());
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> names.contains(constant.name()))
                .map(Wire::name)
                .toList();
    }

    private static List<String> options(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Wire.name((Enum<?>) constant))
                .toList();
    }
}
