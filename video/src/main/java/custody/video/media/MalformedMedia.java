package custody.video.media;

import java.io.IOException;

/** Bytes of a camera or a file that do not follow their format. The only refusal the parsers of this room give; it carries no stack trace because hostile input must stay cheap. */
public final class MalformedMedia extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedMedia(String what) {
        super(what);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
