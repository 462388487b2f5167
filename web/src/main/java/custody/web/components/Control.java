package custody.web.components;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form control with what it holds. Closed: each has one template. */
public sealed interface Control {

    /** What every control has. */
    Face face();

    /**
     * What every control shows.
     *
     * @param id id of the control; its first input where it has several
     * @param name parameter it is sent under
     * @param label label or legend
     * @param hint further help; null for none
     * @param error what is wrong; null for nothing
     * @param required whether the entry is refused without it
     */
    record Face(
            String id,
            String name,
            String label,
            @Nullable String hint,
            @Nullable String error,
            boolean required) {

        /** Ids that describe the control, for {@code aria-describedby}; null for none. */
        public @Nullable String describedBy() {
            if (hint == null && error == null) {
                return null;
            }
            String hintId = hint == null ? "" : id + "-hint";
            String errorId = error == null ? "" : id + "-error";
            return (hintId + " " + errorId).strip();
        }

        /** The same with an error. */
        public Face wrong(String text) {
            return new Face(id, name, label, hint, text, required);
        }
    }

    /** One line. {@code width} is in characters: 2, 3, 4, 5, 10, 20, 30, or 0 for the full width. */
    record Line(
            Face face,
            String value,
            int width,
            @Nullable String suffix,
            @Nullable String inputMode) implements Control {}

    /** Several lines, at most {@code max} characters. */
    record Area(Face face, String value, int rows, int max) implements Control {}

    /** One of few. */
    record Radios(Face face, List<Option> options, boolean inline) implements Control {
        public Radios {
            options = List.copyOf(options);
        }
    }

    /** Any of several. */
    record Ticks(Face face, List<Option> options) implements Control {
        public Ticks {
            options = List.copyOf(options);
        }
    }

    /** One of many; {@code menus} has one list of options for each select, all sent under the same name. */
    record Menus(Face face, List<List<Option>> menus) implements Control {
        public Menus {
            menus = menus.stream().map(List::copyOf).toList();
        }
    }

    /** Several lines of text, all sent under the same name. */
    record LineList(Face face, List<String> values) implements Control {
        public LineList {
            values = List.copyOf(values);
        }
    }

    /**
     * A place on the figure of a body: which side, and how far across and down, in per mille of the figure.
     *
     * @param side front or back
     * @param marks what is on the figure already
     * @param spotsLabel label of the list of parts
     * @param spots parts of the body to choose from a list, for whoever uses no mouse
     */
    record BodyPlace(
            Face face, Radios side, Line across, Line down, List<Mark> marks, String spotsLabel, List<Spot> spots)
            implements Control {
        public BodyPlace {
            marks = List.copyOf(marks);
            spots = List.copyOf(spots);
        }
    }

    /** An injury on the figure: {@code side} is {@code front} or {@code back}, place in per mille, what it is in words. */
    record Mark(String side, int across, int down, String text) {}

    /** A part of the body: the side it is seen from, its middle in per mille, its name. */
    record Spot(String side, int across, int down, String text) {}

    /**
     * A local date and time, sent under {@code <name>.date}, {@code <name>.time}, and, where the clocks were put back and the
     * time came twice, {@code <name>.offset}.
     */
    record When(
            Face face,
            String date,
            String time,
            String dateLabel,
            String timeLabel,
            String offsetLegend,
            List<Option> offsets)
            implements Control {
        public When {
            offsets = List.copyOf(offsets);
        }
    }
}
