package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;

/**
 * The name of one ledger: {@code custody/<facility code>/<epoch>}; also the checkpoint's origin line.
 *
 * @param facility facility code: letters A–Z and a–z, digits, hyphen; 1 to 32 characters
 * @param epoch from 1; a new one begins only after loss or a fork
 */
public record Origin(String facility, int epoch) {
    private static final String PREFIX = "custody/";
    private static final int MAX_FACILITY = 32;
    private static final int MAX_EPOCH = 999_999;

    public Origin {
        if (!isFacility(facility) || epoch < 1 || epoch > MAX_EPOCH) {
            throw new IllegalArgumentException("an origin has a facility code and an epoch from 1");
        }
    }

    /** Such as {@code custody/UA26-0007/1}. */
    public String text() {
        return PREFIX + facility + '/' + epoch;
    }

    /** Reads {@link #text}. Refused: BAD_NAME, BAD_NUMBER. */
    public static Parsed<Origin> parse(String text) {
        return Parsed.of(() -> {
            int slash = text.lastIndexOf('/');
            if (!text.startsWith(PREFIX) || slash < PREFIX.length()) {
                throw new Malformed(Malformation.BAD_NAME, "an origin is custody/<facility>/<epoch>");
            }
            String facility = text.substring(PREFIX.length(), slash);
            if (!isFacility(facility)) {
                throw new Malformed(Malformation.BAD_NAME, "facility code");
            }
            return new Origin(facility, epoch(text.substring(slash + 1)));
        });
    }

    private static int epoch(String text) {
        int epoch = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || (i == 0 && digit == '0') || i == 6) {
                throw new Malformed(Malformation.BAD_NUMBER, "epoch");
            }
            epoch = epoch * 10 + digit - '0';
        }
        if (epoch == 0) {
            throw new Malformed(Malformation.BAD_NUMBER, "epoch");
        }
        return epoch;
    }

    private static boolean isFacility(String code) {
        boolean good = !code.isEmpty() && code.length() <= MAX_FACILITY;
        for (int i = 0; good && i < code.length(); i++) {
            char c = code.charAt(i);
            good = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }
        return good;
    }

    @Override
    public String toString() {
        return text();
    }
}
