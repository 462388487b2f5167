package custody.node.running;

import custody.node.demo.DemoFacility;
import custody.node.demo.DemoOfficers;
import custody.node.wiring.Control;
import custody.record.places.Officer;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A data folder with the demo's facility and people and no detentions, and a token for each of them. */
final class PreparedFolder {
    private final Path data;
    private final Map<String, String> tokens = new HashMap<>();

    PreparedFolder(Path data) throws IOException {
        this(PreparedCluster.into(data), new StoreSettings.Server.Embedded());
    }

    /** Over a database of the caller's choice. */
    PreparedFolder(Path data, StoreSettings.Server server) throws IOException {
        this.data = data;
        Files.createDirectories(data);
        Files.writeString(data.resolve("node.properties"), "kind=real\nfacility=" + DemoFacility.CODE + "\n");
        StoreSettings plain = StoreSettings.of(data, DemoFacility.CODE, InstantSource.system());
        try (Store store = Store.open(new StoreSettings(
                plain.folder(),
                plain.home(),
                server,
                plain.passphrase(),
                plain.time(),
                plain.batchEntries(),
                plain.cachedEvents()))) {
            store.facilities().put(DemoFacility.facility());
            DemoOfficers.all().forEach(store.officers()::put);
            Control control = new Control(store, new SecureRandom());
            for (Officer officer : DemoOfficers.all()) {
                tokens.put(
                        officer.badge().number(), control.token(officer.badge().number()));
            }
        }
    }

    Path data() {
        return data;
    }

    /** The token of a badge. */
    String token(String badge) {
        String token = tokens.get(badge);
        if (token == null) {
            throw new IllegalArgumentException("nobody has the badge " + badge);
        }
        return token;
    }
}
