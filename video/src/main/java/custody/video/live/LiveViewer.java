package custody.video.live;

import java.io.IOException;

/**
 * One person's open view of one camera; the web room binds it to a WebSocket. Called from one thread of its own, so it may wait
 * as long as its network needs: meanwhile its queue fills, and only this viewer loses pictures.
 */
public interface LiveViewer {
    /** Sends a message on; an exception ends the view. */
    void send(LiveMessage message) throws IOException;

    /** The view is over: the camera was taken out or the recorder is away. */
    void ended(String why);
}
