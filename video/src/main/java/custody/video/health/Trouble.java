package custody.video.health;

/** What can be wrong with a picture that arrives. */
public enum Trouble {
    /** The same pixels again; a sensor is never twice alike. */
    FROZEN,
    BLACK,
    /** Something stands or hangs before the lens: nothing to be seen, but not dark. */
    COVERED,
    /** Out of focus or dirty, against what this camera usually shows. */
    BLURRED,
    /** It looks somewhere else than it used to. */
    MOVED,
    /** The camera's own clock is seconds off the recorder's. */
    CLOCK,
    /** Its pictures are smaller than they were in the last day. */
    RESOLUTION,
    /** It shows what it showed before: somebody plays old pictures in. */
    REPEATED,
    /** It arrives and is kept, and nobody can decode it: what is recorded shows nothing. */
    UNREADABLE
}
