package custody.video.camera;

/** Which of a camera's streams. */
public enum StreamKind {
    /** The stream that is recorded. */
    MAIN,
    /** A smaller one, usually H.264, for walls of many pictures. It is never recorded. */
    SUB
}
