package custody.record.catalogue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys of the label bundles {@code custody/record/labels*.properties} (English by default, Ukrainian in {@code _uk}).
 *
 * <p>A field is looked up most exact first: {@code field.<form>.<name>}, then {@code field.<last part of the name>}, so
 * that a word that many kinds share is written once. {@code <form>} is a kind's wire name, or {@link #BOOKING} for the six
 * booking fields under their API names. What every event has (times, people, place, note) is {@code field.<name>}. Every closed set of words, inside the catalogue and
 * beside it, is {@code choice.<set>.<option>}.
 */
public final class LabelKeys {
    /** Form name of the booking of a new record. */
    public static final String BOOKING = "booking";

    private LabelKeys() {}

    /** Key of a kind by its wire name. */
    public static String kind(String kind) {
        return "kind." + kind;
    }

    /** Key of a group of kinds. */
    public static String group(Group group) {
        return "group." + Wire.name(group);
    }

    /** Keys of a field, most exact first; the first that the bundle has is its label. */
    public static List<String> field(String form, String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return List.of("field." + form + "." + name, "field." + last);
    }

    /** Key of one option of a choice, by wire names. */
    public static String option(String set, String option) {
        return "choice." + set + "." + option;
    }

    /** Key of any enum constant of this room: {@code Room.Kind.CELL} is {@code choice.room-kind.cell}. */
    public static String constant(Enum<?> constant) {
        return option(FieldTypes.setName(constant.getDeclaringClass()), Wire.name(constant));
    }

    /** Key of a number's unit; only for a unit that is not empty. */
    public static String unit(String unit) {
        return "unit." + unit;
    }

    /**
     * Key of a field error's sentence, with the error's limits by name in braces: {@code error.range}, and
     * {@code error.choice.concern} where other limits are told than usual.
     */
    public static String error(FieldError.Code code, Set<String> limits) {
        String usual = "error." + Wire.name(code);
        boolean asUsual = code.forms().getFirst().equals(limits);
        return asUsual ? usual : usual + "." + String.join(".", new TreeSet<>(limits));
    }

    /** Key of a refusal's sentence by the refusal's name, with its values by number in braces. */
    public static String refusal(String name) {
        return "refusal." + name;
    }

    /** Key of the sentence that says why somebody may not do something. */
    public static String denied(Enum<?> reason) {
        return "denied." + Wire.name(reason);
    }
}
