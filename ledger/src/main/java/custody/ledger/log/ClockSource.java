package custody.ledger.log;

import java.util.Optional;

/** What disciplined the node's wall clock when an entry was recorded. */
public enum ClockSource {
    /** Nothing: the clock ran free. */
    NONE("none"),
    NTP("ntp"),
    NTS("nts"),
    ROUGHTIME("roughtime"),
    GNSS("gnss"),
    /** Set by hand. */
    MANUAL("manual");

    private final String wire;

    ClockSource(String wire) {
        this.wire = wire;
    }

    /** The word in the leaf. */
    public String wire() {
        return wire;
    }

    /** The source of a word, if there is one. */
    public static Optional<ClockSource> of(String wire) {
        for (ClockSource each : values()) {
            if (each.wire.equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
