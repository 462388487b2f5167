package custody.web.video;

import custody.video.live.LiveCamera;
import custody.video.live.LiveMessage;
import custody.video.live.LiveViewer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One camera on its way to a page, over the socket that the page has for all of them. */
final class LiveView implements LiveViewer {
    private final int number;
    private final LiveSocket socket;
    private LiveCamera.@Nullable View pictures;
    private Runnable afterwards = () -> {};
    private boolean over;

    LiveView(int number, LiveSocket socket) {
        this.number = number;
        this.socket = socket;
    }

    /** The number that the page gave it. */
    int number() {
        return number;
    }

    /** Done once when the view is over; at once where it is already. */
    void afterwards(Runnable done) {
        boolean already;
        synchronized (this) {
            already = over;
            afterwards = done;
        }
        if (already) {
            done.run();
        }
    }

    /** The pictures come; a page that has left meanwhile gets none. */
    void begun(LiveCamera.View opened) {
        boolean late;
        synchronized (this) {
            late = over;
            pictures = opened;
        }
        if (late) {
            opened.close();
        }
    }

    @Override
    public void send(LiveMessage message) throws IOException {
        if (over()) {
            throw new IOException("over");
        }
        switch (message) {
            case LiveMessage.Coding(var codec, var width, var height) ->
                socket.text("{\"view\":" + number + ",\"coding\":\"" + codec.replaceAll("[^A-Za-z0-9.]", "")
                        + "\",\"width\":" + width + ",\"height\":" + height + "}");
            case LiveMessage.Initialisation(var bytes) -> socket.binary(number, bytes);
            case LiveMessage.Fragment(var bytes, var _) -> socket.binary(number, bytes);
        }
    }

    private synchronized boolean over() {
        return over;
    }

    @Override
    public void ended(String why) {
        end(LiveSocket.AWAY);
    }

    /** Ends the view and tells the page why. */
    void end(int code) {
        if (leave()) {
            try {
                socket.text("{\"view\":" + number + ",\"over\":" + code + "}");
            } catch (IOException gone) {
                socket.close(LiveSocket.AWAY, "viewer-gone");
            }
        }
    }

    /** The page wants no more of it; false where it was over already. */
    boolean leave() {
        LiveCamera.View open;
        Runnable done;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            open = pictures;
            done = afterwards;
        }
        if (open != null) {
            open.close();
        }
        socket.left(this);
        done.run();
        return true;
    }
}
