package custody.node.running;

import custody.node.demo.DemoFacility;
import custody.node.demo.DemoOfficers;
import custody.node.wiring.Control;
import custody.record.places.Officer;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.archive.PostgresCameras;
import custody.store.archive.Volumes;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Person;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
            cameras(store);
            Control control = new Control(store, new SecureRandom());
            for (Officer officer : DemoOfficers.all()) {
                tokens.put(
                        officer.badge().number(), control.token(officer.badge().number()));
            }
        }
    }

    /** Of those that the day's entries name, none in use. */
    private void cameras(Store store) {
        Volumes volumes = new Volumes(data.resolve("video"), Optional.empty());
        PostgresCameras cameras = store.video(volumes, InstantSource.system()).cameras();
        cameras.baseRetention(30, 60);
        for (String name : List.of("reg-1", "corridor-1", "interview-1")) {
            var _ = cameras.put(
                    new Cameras.Wanted(
                            new CameraId(name),
                            DemoFacility.CODE.code(),
                            name.toUpperCase(Locale.ROOT).replace("REG-1", "REGISTRATION"),
                            "",
                            Camera.Aim.ROOM,
                            "",
                            Map.of(StreamKind.MAIN, new StreamAddress("127.0.0.1", 554, "/" + name)),
                            new Cameras.AccountChange.None(),
                            false),
                    Person.NODE);
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
