package custody.web.cameras;

import custody.record.catalogue.Wire;
import custody.record.places.Room;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * The rooms of a facility, drawn. Where walls are nobody has entered: rooms stand by what they are for, in the order of the
 * description, and the larger ones are wider. Lengths are units of the drawing, which are pixels where it has its own width.
 *
 * @param name tells two drawings on one page apart
 * @param width of the drawing
 * @param height of the drawing
 * @param labels what the rows are called
 * @param places rooms
 */
public record RoomPlan(String name, int width, int height, List<Label> labels, List<Place> places) {
    private static final int ROOM = 118;
    private static final int GAP = 10;
    private static final int HEAD = 26;
    private static final int LEAST = 150;
    private static final int BARE = 60;
    private static final int A_METRE = 9;
    private static final int INSIDE = 10;
    private static final int A_LETTER = 8;
    private static final int A_MARK = 26;
    private static final int PERSON = 46;
    private static final int LINES = 2;

    public RoomPlan {
        labels = List.copyOf(labels);
        places = List.copyOf(places);
    }

    /** What a row is called, and its baseline. */
    public record Label(int y, String text) {}

    /**
     * A room.
     *
     * @param anchor where it leads
     * @param state word of its state, for its looks
     * @param said all that it shows, in words
     * @param lines its name, at most two lines
     * @param area in words; empty where it is not known
     * @param told its state in words
     * @param marks its cameras
     * @param more how many cameras have no room for a mark; empty where all have
     * @param people how many are in it; empty where nobody is
     */
    public record Place(
            String anchor,
            String state,
            int x,
            int y,
            int width,
            int height,
            String said,
            List<String> lines,
            String area,
            String told,
            List<Mark> marks,
            String more,
            String people) {
        public Place {
            lines = List.copyOf(lines);
            marks = List.copyOf(marks);
        }
    }

    /** A camera's mark; {@code sight} says which. */
    public record Mark(String sight, int x, int y) {}

    /** What rooms are for, row by row. */
    private enum Row {
        WAY_IN,
        WORK,
        HELD,
        OUTSIDE;

        static Row of(Room.Kind kind) {
            return switch (kind) {
                case ENTRANCE, FRONT_OFFICE, REGISTRATION, SEARCH_ROOM, CORRIDOR -> WAY_IN;
                case INTERVIEW_ROOM, LAWYER_ROOM, INVESTIGATIVE_ROOM, OBSERVATION_ROOM, MEDICAL_ROOM, VISITING_ROOM ->
                    WORK;
                case DETAINEES_ROOM, CELL -> HELD;
                case YARD, VEHICLE -> OUTSIDE;
            };
        }
    }

    /** Draws rooms; {@code width} is what a screen has. */
    static RoomPlan of(String name, int width, List<RoomCoverage> rooms, Wording say) {
        List<Label> labels = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        int y = 0;
        for (Row row : Row.values()) {
            List<RoomCoverage> in = rooms.stream()
                    .filter(room -> Row.of(room.room().kind()) == row)
                    .toList();
            if (in.isEmpty()) {
                continue;
            }
            labels.add(new Label(y + HEAD - GAP, say.say("cameras.plan.row." + Wire.name(row))));
            y += HEAD;
            int x = 0;
            for (RoomCoverage room : in) {
                int wide = wide(room.room(), width);
                if (x > 0 && x + wide > width) {
                    x = 0;
                    y += ROOM + GAP;
                }
                places.add(place(room, x, y, wide, say));
                x += wide + GAP;
            }
            y += ROOM + GAP;
        }
        return new RoomPlan(name, width, Math.max(y - GAP, 1), labels, places);
    }

    private static int wide(Room room, int width) {
        return Math.clamp(BARE + Math.round(room.area() * A_METRE / 100f), Math.min(LEAST, width), width);
    }

    private static Place place(RoomCoverage of, int x, int y, int width, Wording say) {
        Room room = of.room();
        String told = say.say(of.stateKey());
        String area =
                room.area() == 0 ? "" : say.hundredths(room.area()) + "\u00a0" + say.say("admin.room.square-metres");
        int space = (width - 2 * INSIDE - (of.people() > 0 ? PERSON : 0)) / A_MARK;
        int shown = of.seen().size() <= space ? of.seen().size() : Math.max(space - 1, 0);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            marks.add(new Mark(
                    Wire.name(of.seen().get(i).sight()), x + INSIDE + i * A_MARK, y + ROOM - INSIDE - A_MARK + 4));
        }
        return new Place(
                of.anchor(),
                Wire.name(of.state()),
                x,
                y,
                width,
                ROOM,
                said(of, told, say),
                lines(room.name(), (width - 2 * INSIDE) / A_LETTER),
                area,
                told,
                marks,
                shown == of.seen().size() ? "" : "+" + (of.seen().size() - shown),
                of.people() == 0 ? "" : Integer.toString(of.people()));
    }

    /** What somebody hears who does not see it. */
    private static String said(RoomCoverage of, String told, Wording say) {
        String cameras = say.say("cameras.plan.cameras", of.seen().size());
        return of.people() == 0
                ? say.say("cameras.plan.said", of.room().name(), told, cameras)
                : say.say("cameras.plan.said-people", of.room().name(), told, cameras, of.people());
    }

    /** Broken at spaces; what does not fit into two lines ends with dots. */
    static List<String> lines(String name, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        boolean cut = lines.size() > LINES;
        List<String> fitting = new ArrayList<>(lines.subList(0, Math.min(LINES, lines.size())));
        String last = fitting.removeLast();
        fitting.add(cut ? shortened(last + " …", letters) : last);
        return fitting.stream().map(text -> shortened(text, letters)).toList();
    }

    private static String shortened(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, Math.max(letters - 1, 0)) + "…";
    }
}
