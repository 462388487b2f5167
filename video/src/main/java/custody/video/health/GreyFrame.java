package custody.video.health;

import java.util.Arrays;

/** A small grey picture, one byte a pixel, row by row; 0 is black. */
public final class GreyFrame {
    /** Width of frames as the decoder makes them. */
    public static final int WIDTH = 320;

    /** Height of frames as the decoder makes them. */
    public static final int HEIGHT = 180;

    private final byte[] pixels;

    /** Takes {@code WIDTH * HEIGHT} bytes. */
    public GreyFrame(byte[] pixels) {
        if (pixels.length != WIDTH * HEIGHT) {
            throw new IllegalArgumentException("grey frame of " + pixels.length + " bytes");
        }
        this.pixels = pixels.clone();
    }

    int at(int x, int y) {
        return pixels[y * WIDTH + x] & 0xff;
    }

    int at(int index) {
        return pixels[index] & 0xff;
    }

    boolean samePixels(GreyFrame other) {
        return Arrays.equals(pixels, other.pixels);
    }
}
