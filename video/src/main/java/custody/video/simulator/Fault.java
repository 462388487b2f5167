package custody.video.simulator;

/** How a simulated camera misbehaves. */
public enum Fault {
    /** It does not. */
    NONE,
    /** The same picture again and again. */
    FREEZE,
    /** Connected, but nothing comes. */
    SILENT,
    /** Takes connections and never answers. */
    HALF_OPEN,
    /** Closes every connection at once. */
    DEAD,
    /** Closes the connection every second or so. */
    FLAPPING,
    /** Refuses every account. */
    REFUSE_ACCOUNT,
    /** Says it has no such stream. */
    NO_STREAM,
    /** Sends its other clip, with other parameter sets. */
    OTHER_CLIP,
    /** Never sends a key frame. */
    NO_KEY_FRAME,
    /** Leaves out one packet of ten. */
    LOSE_PACKETS
}
