package custody.web.assets;

import custody.web.session.Open;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Serves assets; a fingerprinted address never changes its content, so it may be kept for a year. */
@RestController
final class AssetsController {
    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @Open
    @GetMapping("/assets/{fingerprint:[0-9a-f]{16}}/{name:[a-z0-9.-]+}")
    ResponseEntity<byte[]> asset(
            @PathVariable String fingerprint,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
        return assets.find(name)
                .filter(asset -> asset.fingerprint().equals(fingerprint))
                .map(asset -> send(asset, accepted.contains("gzip")))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> send(Asset asset, boolean gzip) {
        boolean smaller = gzip && asset.gzipped().length < asset.bytes().length;
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(MediaType.parseMediaType(asset.type()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return smaller
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.gzipped())
                : answer.body(asset.bytes());
    }
}
