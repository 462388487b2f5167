package custody.web.video;

import custody.video.live.LiveCamera;
import custody.video.live.LiveMessage;
import custody.video.live.LiveViewer;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One open view on its way to a browser. Text messages are JSON: {@code coding} before what is to be decoded with it, {@code
 * echo} of what the page sent; binary ones are the initialisation and then fragments, as they come. Sending waits for a slow
 * browser, so that only this viewer's queue fills and only it loses pictures.
 */
final class LiveSocket extends Endpoint implements LiveViewer {
    /** The page asks again at once, since what it may see has changed. */
    static final int CHANGED = 4001;

    /** The page may not see this any longer. */
    static final int DENIED = 4003;

    /** No pictures can be had now; the page asks again later. */
    static final int AWAY = 4013;

    private static final int LONGEST_ECHO = 40;
    private static final long SEND_MILLIS = 10_000;
    private static final long SILENCE_MILLIS = 30_000;

    /** Begins the view. */
    @FunctionalInterface
    interface Opening {
        LiveCamera.View open(LiveViewer viewer) throws IOException;
    }

    private final Opening opening;
    private final Runnable over;
    private final Object sending = new Object();
    private volatile @Nullable Session session;
    private volatile LiveCamera.@Nullable View view;

    LiveSocket(Opening opening, Runnable over) {
        this.opening = opening;
        this.over = over;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxTextMessageBufferSize(256);
        opened.setMaxBinaryMessageBufferSize(256);
        opened.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_MILLIS);
        opened.getUserProperties().put("org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS", SILENCE_MILLIS);
        opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::echo);
        try {
            view = opening.open(this);
        } catch (IOException away) {
            close(AWAY, "recorder-away");
        }
    }

    /** The page measures the way there and back with it; only what cannot break out of JSON is sent back. */
    private void echo(String text) {
        if (text.length() <= LONGEST_ECHO && text.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
            try {
                text("{\"echo\":\"" + text + "\"}");
            } catch (IOException gone) {
                close(AWAY, "viewer-gone");
            }
        }
    }

    @Override
    public void send(LiveMessage message) throws IOException {
        switch (message) {
            case LiveMessage.Coding(var codec, var width, var height) ->
                text("{\"coding\":\"" + codec.replaceAll("[^A-Za-z0-9.]", "") + "\",\"width\":" + width + ",\"height\":"
                        + height + "}");
            case LiveMessage.Initialisation(var bytes) -> binary(bytes);
            case LiveMessage.Fragment(var bytes, var _) -> binary(bytes);
        }
    }

    private void text(String text) throws IOException {
        synchronized (sending) {
            open().getBasicRemote().sendText(text);
        }
    }

    private void binary(ByteBuffer bytes) throws IOException {
        synchronized (sending) {
            open().getBasicRemote().sendBinary(bytes.duplicate());
        }
    }

    private Session open() throws IOException {
        Session open = session;
        if (open == null || !open.isOpen()) {
            throw new IOException("closed");
        }
        return open;
    }

    @Override
    public void ended(String why) {
        close(AWAY, why);
    }

    /** Ends the view and tells the page why, in a word. */
    void close(int code, String why) {
        Session open = session;
        try {
            if (open != null && open.isOpen()) {
                CloseCode said = CloseCodes.getCloseCode(code);
                open.close(new CloseReason(said, why));
            }
        } catch (IOException | IllegalStateException alreadyGone) {
            leave();
        }
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        leave();
    }

    @Override
    public void onError(Session broken, Throwable thrown) {
        leave();
    }

    private void leave() {
        LiveCamera.View open = view;
        if (open != null) {
            open.close();
        }
        over.run();
    }
}
