package custody.web.video;

import custody.record.access.Action.General;
import custody.record.desk.Reading.Purpose;
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

/**
 * Live pictures: one WebSocket for all that a page shows, opened only after the door and the origin. Which cameras, the page says
 * over it ({@link LiveSocket}), and each is asked for anew ({@link BeginningToWatch}).
 */
@Controller
final class LivePicturesController {
    private final BeginningToWatch beginning;
    private final OpenViews views;

    LivePicturesController(BeginningToWatch beginning, OpenViews views) {
        this.beginning = beginning;
        this.views = views;
    }

    @Needs(General.WATCH_CAMERAS)
    @GetMapping("/live/video")
    void watch(HttpServletRequest request, HttpServletResponse response, Visit visit)
            throws ServletException, IOException, DeploymentException {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            throw new ProblemFound(ProblemName.MALFORMED_REQUEST);
        }
        if (!ofThisHouse(request)) {
            throw new ProblemFound(ProblemName.NOT_PERMITTED);
        }
        Purpose purpose = visit.reading("live").purpose();
        var socket = new LiveSocket(
                (view, camera, smaller) -> beginning.begin(visit, purpose, view, camera, smaller), views::leave);
        views.enter(visit, socket);
        boolean upgraded = false;
        try {
            upgrade(request, response, socket);
            upgraded = true;
        } finally {
            if (!upgraded) {
                views.leave(socket);
            }
        }
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
