package custody.web.video;

/**
 * One camera on the wall, in words.
 *
 * @param id of the camera
 * @param name what people call it
 * @param room name of its room; what the camera shows where it is called as its room is
 * @param state word of its state, for colours: {@code live}, {@code warning}, {@code off}, {@code law}
 * @param text its state in words, with since when
 * @param note what must be said of the picture besides, as that parts of it are painted over; empty for nothing
 * @param pictures whether there is anything to be shown
 * @param smaller whether the visitor may see a smaller stream of it as well
 */
public record Tile(
        String id,
        String name,
        String room,
        String state,
        String text,
        String note,
        boolean pictures,
        boolean smaller) {

    /** Its name, and what tells it from others. */
    public String title() {
        return room.isEmpty() ? name : name + " · " + room;
    }

    /** Address of the camera's page. */
    public String path() {
        return "/video/" + id;
    }

    /** What is asked for over the page's socket, see {@link LiveSocket}. */
    public String live() {
        return id + " main";
    }

    /** The same of its smaller stream. */
    public String liveSmaller() {
        return id + " sub";
    }
}
