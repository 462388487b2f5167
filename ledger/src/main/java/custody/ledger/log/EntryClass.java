package custody.ledger.log;

import java.util.Optional;

/**
 * The class of an entry, in clear. Everything about a person — event, correction, and each read of a record — is
 * {@link #RECORD}: whether a leaf is an event or a view is a committed field, so that the two look alike.
 */
public enum EntryClass {
    /** An event of a custody record, or a recorded view of one. */
    RECORD("record"),
    /** One facility-minute of video: hashes and counts. */
    VIDEO("video"),
    /** The clock was stepped or its source changed; explains what the time rules would find. */
    CLOCK("clock"),
    /** The node was alive. */
    HEARTBEAT("heartbeat"),
    /** A key came into use or was revoked. */
    KEY("key"),
    /** A role was given or taken. */
    ROLE("role"),
    /** A record's key was destroyed by law or order. */
    ERASURE("erasure"),
    /** A release of the program came into use. */
    SOFTWARE("software"),
    /** The node's configuration changed. */
    CONFIG("config"),
    /** A rule pack came into use. */
    RULE_PACK("rule-pack"),
    /** An external party's token was received: a cosignature, a time-stamp. */
    ANCHOR("anchor"),
    /** The node was down, degraded, or entries were lost; says from when to when and why. */
    GAP("gap"),
    /** A hold on footage or erasure was set or released. */
    HOLD("hold"),
    /** The first entry of an epoch; names the last head of the one before. */
    EPOCH("epoch");

    private final String wire;

    EntryClass(String wire) {
        this.wire = wire;
    }

    /** The word in the leaf. */
    public String wire() {
        return wire;
    }

    /** The class of a word, if there is one. */
    public static Optional<EntryClass> of(String wire) {
        for (EntryClass each : values()) {
            if (each.wire.equals(wire)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
