package custody.ledger.log;

import java.util.HexFormat;
import java.util.UUID;

/**
 * One run of the machine, from power-on to power-off; 64 bits, 16 lower-case hexadecimal digits in the leaf.
 *
 * @param bits any value; on Linux the first half of {@code /proc/sys/kernel/random/boot_id}
 */
public record BootId(long bits) {
    /** From the operating system's boot identifier. */
    public static BootId of(UUID boot) {
        return new BootId(boot.getMostSignificantBits());
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(bits);
    }
}
