package custody.web.law;

import java.util.List;

/**
 * A question of the system, and its answer.
 *
 * @param title what it asks about
 * @param detail what was noticed; empty where the title says all
 * @param at when it was raised, local
 * @param about events it is about: place on the timeline, name and time
 * @param path form that answers it; empty where it is answered or the visitor may not answer
 * @param answer the answer; empty while there is none
 * @param answeredBy who answered and when
 */
public record FlagView(
        String title, String detail, String at, List<About> about, String path, String answer, String answeredBy) {
    public FlagView {
        about = List.copyOf(about);
    }

    /** An event a flag is about. */
    public record About(String path, String text) {}

    /** Whether somebody has answered. */
    public boolean answered() {
        return !answeredBy.isEmpty();
    }
}
