package custody.node.e2e;

import custody.node.demo.DemoFacility;
import custody.node.demo.DemoOfficers;
import custody.record.desk.Accounts;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.web.session.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A data folder with the demo's facility and people, one password for all, and no detentions. */
final class DeskFolder {
    static final String PASSWORD = "lamp river seventeen";

    private DeskFolder() {}

    static Path prepare(Path data) throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("node.properties"), "kind=real\nfacility=" + DemoFacility.CODE + "\n");
        try (Store store =
                Store.open(StoreSettings.of(PreparedCluster.into(data), DemoFacility.CODE, InstantSource.system()))) {
            store.facilities().put(DemoFacility.facility());
            String hash = new Passwords().hash(PASSWORD);
            DemoOfficers.all().forEach(officer -> {
                store.officers().put(officer);
                store.accounts().password(officer.badge(), hash, new Accounts.Console());
            });
        }
        return data;
    }
}
