package custody.record.catalogue;

import java.util.Locale;

/** How Java names read outside: {@code RightsExplained} and {@code LEGAL_AID} become {@code rights-explained} and {@code legal-aid}. */
public final class Wire {
    private Wire() {}

    /** Wire name of an enum constant. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Wire name of a type, from its simple name. */
    public static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
