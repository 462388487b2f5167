package custody.record.law;

import custody.record.law.rules.Text;
import java.util.List;
import java.util.function.UnaryOperator;

/** One step of a clock's computation, told in either language. Arguments are wire names, ISO 8601 instants and durations. */
public record Step(Code code, List<String> arguments) {
    private static final String BOTH = " / ";

    public Step {
        arguments = List.copyOf(arguments);
    }

    static Step of(Code code, Object... arguments) {
        return new Step(
                code, java.util.Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** The step as a sentence; {@code uk}, anything else is English. */
    public String text(String language) {
        return text(language, UnaryOperator.identity());
    }

    /** The same, each argument as whoever reads it says it: local times, names of kinds. */
    public String text(String language, UnaryOperator<String> said) {
        boolean ukrainian = language.equals("uk");
        String text = ukrainian ? code.uk : code.en;
        for (int i = 0; i < arguments.size(); i++) {
            String[] both = arguments.get(i).split(BOTH, 2);
            text = text.replace("{" + i + "}", said.apply(ukrainian ? both[0] : both[both.length - 1]));
        }
        return text;
    }

    /** An argument that has a text in either language. */
    static String both(Text text) {
        return text.uk() + BOTH + text.en();
    }

    /** What a step does. */
    public enum Code {
        COUNTS_FROM("Відлік від події «{0}» {1}", "Counts from {0} at {1}"),
        KNOWN_FROM("Умова відома з {0}", "The condition is known from {0}"),
        LIMIT("Строк {0}", "Limit {0}"),
        STATED("У полі «{0}» зазначено: до {1} включно", "Field “{0}” says: until {1} inclusive"),
        TARGET("Негайно; внутрішній стандарт {0}", "Immediately; internal standard {0}"),
        PUT_OFF("Відкладено подією «{0}» {1}; без цього строк спливав {2}", "Put off by {0} at {1}; else due {2}"),
        SUSPENDED("Не зараховано {0}", "Not counted {0}"),
        DUE("Кінцевий строк {0}", "Due {0}"),
        READING("Тлумачення «{0}»: кінцевий строк {1}", "Reading “{0}”: due {1}"),
        DONE_BY("Виконано подією «{0}» {1}", "Done by {0} at {1}"),
        OPEN("Ще не виконано: {0}", "Not done yet: {0}"),
        OVERDUE_FROM("Порушено з {0}", "Overdue from {0}"),
        CONDITION_ENDED("Умова більше не діє", "The condition no longer holds"),
        CONDITION_ABSENT("Умова не настала", "The condition is not met"),
        NOT_BEGUN("Подія, від якої рахується строк, не настала", "Nothing has happened that it counts from"),
        SCOPE_ENDED("Завершено подією «{0}» {1}", "Ended by {0} at {1}"),
        WENT_ON("Тривало з {0} до {1}", "Went on from {0} to {1}"),
        GOES_ON("Триває з {0}", "Goes on since {0}"),
        DAY("Доба з {0} до {1}", "Day from {0} to {1}"),
        SUM("Разом {0}", "In sum {0}"),
        TIMES("Разів: {0} з {1}", "Times: {0} of {1}"),
        EXCEPTION("Виняток, причина зазначена в полі {0}", "Exception, its reason is in field {0}"),
        SHOWN("Засвідчено: {0}", "Shown: {0}"),
        MISSING("Не засвідчено: {0}", "Not shown: {0}"),
        FORBIDDEN("Сталося заборонене: «{0}» {1}", "Forbidden, and happened: {0} at {1}"),
        IN_FORCE("Заборона діє", "The prohibition is in force"),
        KEPT_BY("Дотримується іншою частиною системи: {0}", "Kept by another part of the system: {0}");

        private final String uk;
        private final String en;

        Code(String uk, String en) {
            this.uk = uk;
            this.en = en;
        }
    }
}
