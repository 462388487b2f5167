package custody.store;

import custody.record.desk.CustodyRecords;

class PostgresCustodyRecordsTest extends CustodyRecordsContract {
    @Override
    CustodyRecords records() {
        return TestStores.shared().records();
    }
}
