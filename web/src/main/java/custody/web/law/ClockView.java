package custody.web.law;

import custody.web.components.Row;
import java.util.List;

/**
 * One clock, in words. Colour never says what the words do not.
 *
 * @param id id of its element
 * @param path its proof page
 * @param title what is demanded
 * @param provision article and part
 * @param state how it stands, in words
 * @param tone {@code red}, {@code amber}, {@code green} or {@code grey}
 * @param limit whether it is a deadline or a longest duration, not care that comes again
 * @param law whether its number is the law's
 * @param standing that in words
 * @param due when it is due, local; empty where nothing is
 * @param dueShort the same to the minute, without today's date; empty where nothing is
 * @param dueMachine the same, UTC, for the script; empty where nothing counts down
 * @param started from when it counts, UTC; empty where nothing counts
 * @param left time left or passed over, as it was when the page was made; empty where nothing counts down
 * @param bare the same without words, where words stand beside it
 * @param share percent of the limit that has passed, 0–100
 * @param marks percent of the limit at which people are warned
 * @param met when it was done, local; empty where it is not
 * @param demands what a breach demands
 * @param proof how it was computed
 */
public record ClockView(
        String id,
        String path,
        String title,
        String provision,
        String state,
        String tone,
        boolean limit,
        boolean law,
        String standing,
        String due,
        String dueShort,
        String dueMachine,
        String started,
        String left,
        String bare,
        int share,
        List<Integer> marks,
        String met,
        List<String> demands,
        ProofView proof) {

    /** Whether time runs towards, or away from, a due instant. */
    public boolean counting() {
        return !dueMachine.isEmpty();
    }

    /** Whether it was broken and is over. */
    public boolean over() {
        return tone.equals("red") && !counting() && met.isEmpty();
    }

    /** The provision as it stands before whose number it is; nothing where that says it already: our own standard. */
    public String cited() {
        return standing.startsWith(provision) ? "" : provision + " · ";
    }

    /**
     * How a clock was computed.
     *
     * @param rule id and version of the rule
     * @param certainty how surely the rule says what the law says; empty where it is our own standard
     * @param steps the computation, step by step
     * @param inputs events it rests on
     * @param readings every reading of a disputed rule: its name and provision, its state and due instant
     */
    public record ProofView(
            String rule, String certainty, List<String> steps, List<InputView> inputs, List<Row> readings) {}

    /**
     * An event a clock rests on.
     *
     * @param path its place on the timeline; empty where there is none
     * @param kind what it is
     * @param at when it happened, local
     */
    public record InputView(String path, String kind, String at) {}
}
