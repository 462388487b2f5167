package custody.node.commands;

import custody.node.configuration.Settings;
import custody.node.configuration.SettingsFile;
import custody.node.demo.DemoFacility;
import custody.node.demo.DemoOfficers;
import custody.node.wiring.Control;
import custody.store.Store;
import custody.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** A data folder with the demo's facility and people, and nobody in custody: without cameras, and without a day that goes on. */
final class InventedHouse {
    private InventedHouse() {}

    /** Fills a new folder; answers an API token of the custody officer. */
    static String make(Path folder) throws IOException {
        Settings settings =
                new SettingsFile(null).withFacility(DemoFacility.CODE.code()).settings(folder, null, false);
        DataFolder.claim(settings);
        try (Store store = Store.open(StoreSettings.of(folder, DemoFacility.CODE, InstantSource.system()))) {
            store.facilities().put(DemoFacility.facility());
            DemoOfficers.all().forEach(store.officers()::put);
            return new Control(store, new SecureRandom()).token(DemoOfficers.CUSTODY.number());
        }
    }
}
