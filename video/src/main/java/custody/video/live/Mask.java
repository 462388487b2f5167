package custody.video.live;

/** A part of the picture that must not be seen, in thousandths of its width and height from the upper left corner. */
public record Mask(int left, int top, int width, int height) {
    private static final int UNITS = 1_000;

    /** All of the picture: nothing may be seen. */
    public static final Mask WHOLE = new Mask(0, 0, UNITS, UNITS);

    public Mask {
        boolean inside =
                left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= UNITS && top + height <= UNITS;
        if (!inside) {
            throw new IllegalArgumentException("a mask lies inside the picture");
        }
    }

    /** Whether it hides all that another one hides. */
    public boolean covers(Mask other) {
        return left <= other.left
                && top <= other.top
                && left + width >= other.left + other.width
                && top + height >= other.top + other.height;
    }

    /** The filter that paints it black. */
    String filter() {
        return "drawbox=x=iw*" + left + "/1000:y=ih*" + top + "/1000:w=iw*" + width + "/1000:h=ih*" + height
                + "/1000:color=black:t=fill";
    }
}
