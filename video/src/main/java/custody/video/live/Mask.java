package custody.video.live;

/** A part of the picture that must not be seen, in thousandths of its width and height from the upper left corner. */
public record Mask(int left, int top, int width, int height) {
    private static final int WHOLE = 1_000;

    public Mask {
        boolean inside =
                left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= WHOLE && top + height <= WHOLE;
        if (!inside) {
            throw new IllegalArgumentException("a mask lies inside the picture");
        }
    }

    /** The filter that paints it black. */
    String filter() {
        return "drawbox=x=iw*" + left + "/1000:y=ih*" + top + "/1000:w=iw*" + width + "/1000:h=ih*" + height
                + "/1000:color=black:t=fill";
    }
}
