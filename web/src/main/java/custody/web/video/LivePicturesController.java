package custody.web.video;

import custody.record.access.Action.General;
import custody.record.desk.LedgerStopped;
import custody.record.desk.Reading.Purpose;
import custody.record.desk.StorageUnavailable;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.Camera;
import custody.video.camera.StreamKind;
import custody.video.live.Mask;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.Visit;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Live pictures of one camera: a WebSocket opened only after the door, the origin and the room's privacy; its view only after the
 * leaf. A browser shakes hands for one socket of a house after the other, so that nothing slow may stand before that.
 */
@Controller
final class LivePicturesController {
    private final Watcher watcher;
    private final OpenViews views;
    private final Footage footage;

    LivePicturesController(Watcher watcher, OpenViews views, Footage footage) {
        this.watcher = watcher;
        this.views = views;
        this.footage = footage;
    }

    @Needs(General.WATCH_CAMERAS)
    @GetMapping("/live/video/{name}")
    void watch(
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String stream)
            throws ServletException, IOException, DeploymentException {
        Camera camera = watcher.camera(visit, name);
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw new ProblemFound(ProblemName.MALFORMED_REQUEST);
        }
        List<Mask> masks = watcher.masks(visit, camera);
        if (!ofThisHouse(request) || camera.mode() != Camera.Mode.RECORDED || Watcher.nothingLeft(masks)) {
            throw new ProblemFound(ProblemName.NOT_PERMITTED);
        }
        views.requireRoom(visit);
        Purpose purpose = visit.reading("live").purpose();
        boolean smaller =
                stream.equals("sub") && masks.isEmpty() && camera.streams().containsKey(StreamKind.SUB);
        StreamKind kind = smaller ? StreamKind.SUB : StreamKind.MAIN;
        LiveSocket socket = socket(visit, camera, masks, viewer -> {
            looks(visit, purpose, camera);
            return footage.live().watch(camera.id(), kind, masks, viewer);
        });
        boolean upgraded = false;
        try {
            upgrade(request, response, socket);
            upgraded = true;
        } finally {
            if (!upgraded) {
                views.remove(socket);
            }
        }
    }

    /** Returns when the look is durable; what cannot be written down is not shown. */
    private void looks(Visit visit, Purpose purpose, Camera camera) throws IOException {
        try {
            watcher.looks(visit, Kind.LIVE, purpose, camera, visit.now(), visit.now());
        } catch (LedgerStopped | StorageUnavailable unwritten) {
            throw new IOException("the look cannot be written down", unwritten);
        }
    }

    private LiveSocket socket(Visit visit, Camera camera, List<Mask> masks, LiveSocket.Opening opening) {
        var holder = new LiveSocket[1];
        LiveSocket socket = new LiveSocket(opening, () -> views.remove(holder[0]));
        holder[0] = socket;
        views.add(new OpenViews.Open(visit, camera, masks, socket));
        return socket;
    }

    /** A page of another site would send this session's cookie too; it cannot forge where it comes from. */
    private static boolean ofThisHouse(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        try {
            return origin != null && host != null && host.equalsIgnoreCase(new URI(origin).getRawAuthority());
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static void upgrade(HttpServletRequest request, HttpServletResponse response, LiveSocket socket)
            throws ServletException, IOException, DeploymentException {
        Object container = request.getServletContext().getAttribute(ServerContainer.class.getName());
        if (!(container instanceof ServerContainer server)) {
            throw new IllegalStateException("the server has no WebSocket container");
        }
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(LiveSocket.class, request.getRequestURI())
                .configurator(new Prepared(socket))
                .build();
        server.upgradeHttpToWebSocket(request, response, config, Map.of());
    }

    /** Hands out the prepared socket. Pictures are compressed already: no extension compresses them again. */
    private static final class Prepared extends ServerEndpointConfig.Configurator {
        private final LiveSocket socket;

        private Prepared(LiveSocket socket) {
            this.socket = socket;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(socket);
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }
    }
}
