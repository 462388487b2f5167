package custody.web.words;

import custody.record.catalogue.EventKind;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.Group;
import custody.record.catalogue.LabelKeys;
import custody.record.catalogue.Wire;
import custody.record.places.Facility;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * What the screens say in one language. A missing text is a fault that a test finds; at run time its key is shown, so
 * that a screen is never lost to a label.
 */
public final class Wording {
    private final Language language;
    private final Map<String, String> texts;

    private Wording(Language language) {
        this.language = language;
        this.texts = Bundles.of(language);
    }

    /** The words of that language. */
    public static Wording in(Language language) {
        return new Wording(language);
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** The other language, for the switch. */
    public Language other() {
        return language == Language.UK ? Language.EN : Language.UK;
    }

    /** The text of that key, {@code {0}}, {@code {1}} … replaced in order. */
    public String say(String key, Object... values) {
        String text = texts.getOrDefault(key, key);
        for (int place = 0; place < values.length; place++) {
            text = text.replace("{" + place + "}", values[place].toString());
        }
        return text;
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A kind's name. */
    public String kind(EventKind kind) {
        return say("kind." + kind.name());
    }

    /** A group's name. */
    public String group(Group group) {
        return say("group." + Wire.name(group));
    }

    /** A field's label, the most exact first; {@code form} is a kind's wire name, {@code envelope} or {@code booking}. */
    public String field(String form, String name) {
        String own = "field." + form + "." + name;
        return has(own) ? say(own) : say("field." + name.substring(name.lastIndexOf('.') + 1));
    }

    /** An option of a closed set. */
    public String option(String set, String option) {
        return say("choice." + set + "." + option);
    }

    /** The label of an enum constant of {@code record}; its set is named as the catalogue names it. */
    public String constant(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        Class<?> holder = type.getDeclaringClass();
        String set = holder != null && holder.isRecord() ? Wire.name(holder) + "-" + Wire.name(type) : Wire.name(type);
        return option(set, Wire.name(constant));
    }

    /** A number's unit; empty where it has none. */
    public String unit(String unit) {
        return unit.isEmpty() ? "" : say("unit." + unit);
    }

    /** A number of hundredths as it is written in that language, without zeros at its end. */
    public String hundredths(int number) {
        String plain = BigDecimal.valueOf(number, 2).stripTrailingZeros().toPlainString();
        return language == Language.UK ? plain.replace('.', ',') : plain;
    }

    /** What is wrong, as a sentence that names the rule's numbers. */
    public String error(FieldError error) {
        String text = say(LabelKeys.error(error.code(), error.limits().keySet()));
        for (Map.Entry<String, String> limit : error.limits().entrySet()) {
            String value = limit.getKey().equals("concern") ? option("concern", limit.getValue()) : limit.getValue();
            text = text.replace("{" + limit.getKey() + "}", value);
        }
        return text;
    }

    /** A language's name for its ISO 639 code; what was typed where it is none. */
    public String languageOf(String code) {
        return code.matches("[a-z]{2,3}") ? Locale.of(code).getDisplayLanguage(locale()) : code;
    }

    /** A country's name for its ISO 3166 code; {@code XX} stands for no citizenship at all. */
    public String countryOf(String code) {
        if (code.equals("XX")) {
            return say("value.stateless");
        }
        return code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(locale()) : code;
    }

    private Locale locale() {
        return Locale.forLanguageTag(language.tag());
    }

    /** A facility's name. */
    public String name(Facility facility) {
        return language == Language.UK ? facility.nameUk() : facility.nameEn();
    }
}
