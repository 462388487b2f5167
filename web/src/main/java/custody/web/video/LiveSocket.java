package custody.web.video;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All live pictures of one page, over one socket: a browser shakes hands for one socket of a house after the other, so that nine of
 * them keep the ninth picture waiting for eight handshakes.
 *
 * <p>The page says, a line each, {@code open NUMBER CAMERA main|sub}, {@code close NUMBER}, or a decimal to be echoed. It is answered
 * in JSON: {@code view} with its {@code coding} before what is to be decoded with it, {@code view} with the code why it is
 * {@code over}, {@code echo}. Binary messages are a view's number in one byte, then the initialisation or a fragment, as they come.
 */
final class LiveSocket extends Endpoint {
    /** The page asks again at once, since what it may see has changed. */
    static final int CHANGED = 4001;

    /** The page may not see this any longer, or never might. */
    static final int DENIED = 4003;

    /** No pictures can be had now; the page asks again later. */
    static final int AWAY = 4013;

    /** Sixteen views are asked for in one message of at most as many lines. */
    private static final int LONGEST_MESSAGE = 2_048;

    private static final Pattern OPEN = Pattern.compile("open ([0-9]{1,3}) ([a-z0-9-]{1,40}) (main|sub)");
    private static final Pattern CLOSE = Pattern.compile("close ([0-9]{1,3})");
    private static final Pattern ECHO = Pattern.compile("[0-9.]{1,40}");
    private static final int LARGEST_NUMBER = 255;
    private static final long SEND_MILLIS = 10_000;
    private static final long SILENCE_MILLIS = 30_000;

    /** Begins a view, or ends it with the reason; called on a thread of the view's own. */
    @FunctionalInterface
    interface Opening {
        void open(LiveView view, String camera, boolean smaller);
    }

    private final Opening opening;
    private final Consumer<LiveSocket> over;
    private final Map<Integer, LiveView> views = new ConcurrentHashMap<>();
    private final Object sending = new Object();
    private volatile @Nullable Session session;
    /** Whether it was closed before it was open. */
    private volatile boolean denied;

    LiveSocket(Opening opening, Consumer<LiveSocket> over) {
        this.opening = opening;
        this.over = over;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        if (denied) {
            close(DENIED, "signed-out");
            return;
        }
        opened.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        opened.setMaxBinaryMessageBufferSize(256);
        opened.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_MILLIS);
        opened.getUserProperties().put("org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS", SILENCE_MILLIS);
        opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::heard);
    }

    private void heard(String message) {
        message.lines().forEach(line -> {
            Matcher open = OPEN.matcher(line);
            Matcher close = CLOSE.matcher(line);
            if (open.matches()) {
                begin(
                        Integer.parseInt(open.group(1)),
                        open.group(2),
                        open.group(3).equals("sub"));
            } else if (close.matches()) {
                LiveView view = views.get(Integer.parseInt(close.group(1)));
                if (view != null) {
                    view.leave();
                }
            } else if (ECHO.matcher(line).matches()) {
                echo(line);
            }
        });
    }

    /** A leaf is written before each view's pictures: a thread for each, so that all of them are written together. */
    private void begin(int number, String camera, boolean smaller) {
        var view = new LiveView(number, this);
        if (number <= LARGEST_NUMBER && views.putIfAbsent(number, view) == null) {
            Thread.ofVirtual().name("live-opening").start(() -> opening.open(view, camera, smaller));
        }
    }

    /** The page measures the way there and back with it. */
    private void echo(String text) {
        try {
            text("{\"echo\":\"" + text + "\"}");
        } catch (IOException gone) {
            close(AWAY, "viewer-gone");
        }
    }

    void text(String text) throws IOException {
        synchronized (sending) {
            open().getBasicRemote().sendText(text);
        }
    }

    /** Waits for a slow browser, so that only this page's queues fill and only it loses pictures. */
    void binary(int number, ByteBuffer bytes) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(1 + bytes.remaining())
                .put((byte) number)
                .put(bytes.duplicate())
                .flip();
        synchronized (sending) {
            open().getBasicRemote().sendBinary(message);
        }
    }

    private Session open() throws IOException {
        Session open = session;
        if (open == null || !open.isOpen()) {
            throw new IOException("closed");
        }
        return open;
    }

    /** The view is over: its number is free again. */
    void left(LiveView view) {
        views.remove(view.number(), view);
    }

    /** Ends all views and tells the page why, in a word. */
    void close(int code, String why) {
        denied |= code == DENIED;
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
        views.values().forEach(LiveView::leave);
        over.accept(this);
    }
}
