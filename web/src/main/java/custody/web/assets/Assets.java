package custody.web.assets;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every file a page may load; read when the first page asks, so that a start does not wait for it, and the same from then on. */
public final class Assets {
    private @Nullable Map<String, Asset> byName;

    /** Address of a file, with its fingerprint. Throws {@link IllegalArgumentException} where there is none. */
    public String path(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no asset " + name))
                .path();
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    private synchronized Map<String, Asset> all() {
        if (byName == null) {
            byName = AssetFiles.read();
        }
        return byName;
    }
}
