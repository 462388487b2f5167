package custody.web.pages;

/**
 * A QR code (ISO/IEC 18004) as one SVG path, one square unit a module with the quiet zone of four modules around it.
 *
 * @param size side of the picture in units
 * @param path the dark modules
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /** Most bytes a code of the lowest correction level holds is 2,953; longer texts are not drawn. */
    private static final int MOST = 2_900;

    static QrCode of(String text) {
        if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST) {
            return new QrCode(0, "");
        }
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.LOW);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }
}
