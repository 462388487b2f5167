package custody.video.camera;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A range of addresses, as {@code 10.20.0.0/16} or {@code fd00:5::/64}.
 *
 * @param first the address before the slash; bits behind the prefix are ignored
 * @param prefix number of leading bits that must agree
 */
public record Network(InetAddress first, int prefix) {
    /** Only literals: a name here would make the allow-list depend on whoever answers names. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    public Network {
        if (prefix < 0 || prefix > first.getAddress().length * 8) {
            throw new IllegalArgumentException("prefix length " + prefix);
        }
    }

    public static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException("a camera network is written as address/prefix");
        }
        // Both refuse with IllegalArgumentException what is no literal.
        InetAddress first = InetAddress.ofLiteral(address);
        try {
            int prefix = slash < 0 ? first.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
            return new Network(first, prefix);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("a camera network is written as address/prefix", malformed);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int bytes = prefix / 8;
        if (!Arrays.equals(mine, 0, bytes, theirs, 0, bytes)) {
            return false;
        }
        int rest = prefix % 8;
        return rest == 0 || ((mine[bytes] ^ theirs[bytes]) & 0xff) >> (8 - rest) == 0;
    }

    /** The lowest or the highest address of the range. */
    InetAddress end(boolean highest) {
        byte[] bytes = first.getAddress();
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            int mask = 0x80 >> (bit & 7);
            bytes[bit >> 3] = (byte) (highest ? bytes[bit >> 3] | mask : bytes[bit >> 3] & ~mask);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException("an address has four or sixteen bytes", wrongLength);
        }
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }
}
