package custody.ledger.log;

/** The rules that recorded times keep. A finding labels entries; it never stops recording. */
public enum TimeRule {
    /** Recorded earlier than the entry before. */
    RECORDED_BEFORE_PREVIOUS,
    /** Within one boot, wall clock and uptime moved apart by more than 2 s and 200 ppm. */
    WALL_AGAINST_UPTIME,
    /** Within one boot, the wall clock was stepped by more than 5 s (beyond 200 ppm). */
    CLOCK_STEPPED,
    /** Within one boot, the uptime is lower than in the entry before. */
    UPTIME_WENT_BACK,
    /** A boot of which entries stand further back has come again after another. */
    BOOT_RETURNED,
    /** Recorded more than 2 s before the external token that the entry contains. */
    RECORDED_BEFORE_TOKEN,
    /** No heartbeat for more than 5 min and no gap entry that says why. */
    HEARTBEAT_MISSING,
}
