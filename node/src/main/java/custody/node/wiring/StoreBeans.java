package custody.node.wiring;

import custody.node.alarms.DeclaringMartialLaw;
import custody.record.desk.Accounts;
import custody.record.desk.AlarmChannels;
import custody.record.desk.CameraAlarms;
import custody.record.desk.Changes;
import custody.record.desk.CustodyRecords;
import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.Facilities;
import custody.record.desk.LedgerView;
import custody.record.desk.Officers;
import custody.record.desk.RaisedAlerts;
import custody.record.law.Lawbook;
import custody.store.Store;
import java.util.function.Supplier;
import org.springframework.context.support.GenericApplicationContext;

/** Gives the pages records, ledger and law, from a store that may still be opening. */
final class StoreBeans {
    private StoreBeans() {}

    static void register(GenericApplicationContext beans, Opening opening) {
        Supplier<Store> store = () -> opening.opened().store();
        beans.registerBean(CustodyRecords.class, () -> store.get().records());
        beans.registerBean(Facilities.class, () -> store.get().facilities());
        beans.registerBean(Officers.class, () -> store.get().officers());
        beans.registerBean(Accounts.class, () -> store.get().accounts());
        beans.registerBean(LedgerView.class, () -> store.get().ledger());
        beans.registerBean(Changes.class, () -> store.get().changes());
        beans.registerBean(RaisedAlerts.class, () -> store.get().raisedAlerts());
        beans.registerBean(AlarmChannels.class, () -> opening.opened().alarms().reach());
        beans.registerBean(CameraAlarms.class, () -> store.get().cameraAlarms());
        beans.registerBean(
                DeclaredMartialLaw.class,
                () -> new DeclaringMartialLaw(
                        store.get().martialLaw(),
                        () -> opening.opened().alarms().wake()));
        beans.registerBean(Lawbook.class, () -> opening.opened().law());
        beans.registerBean(LedgerHealth.class, () -> new LedgerHealth(store.get()));
    }
}
