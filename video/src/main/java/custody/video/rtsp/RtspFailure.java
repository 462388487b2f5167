package custody.video.rtsp;

import java.io.IOException;

/** Why a stream could not be had from a camera. The kind decides how long the recorder waits before it tries again. */
public final class RtspFailure extends IOException {
    private static final long serialVersionUID = 1L;

    /** Kinds of failure. */
    public enum Kind {
        /** No connection, or it was lost. */
        UNREACHABLE,
        /** The camera did not accept the account; tried again seldom, since cameras lock accounts. */
        SIGN_IN_REFUSED,
        /** The camera has no such stream. */
        NO_SUCH_STREAM,
        /** The stream has a coding or a transport that cannot be recorded. */
        UNSUPPORTED,
        /** The camera answered with an error. */
        REFUSED,
        /** What the camera sent could not be read. */
        MALFORMED
    }

    private final Kind kind;

    public RtspFailure(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
