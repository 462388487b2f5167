package custody.store.backup;

import java.util.List;

/** Every table that a backup holds, each after those it refers to. A test compares the list with the schema. */
final class Tables {
    static final List<String> ALL = List.of(
            "ledger_epoch",
            "leaf",
            "tile",
            "tree_head",
            "checkpoint",
            "data_key",
            "custody_record",
            "search_token",
            "request_key",
            "facility",
            "martial_law",
            "alarm_due",
            "alert",
            "alarm_message",
            "room",
            "officer",
            "account",
            "token",
            "retention_class",
            "camera",
            "segment",
            "segment_open",
            "footage_gap",
            "recorder_journal",
            "video_minute",
            "camera_trouble",
            "footage_hold",
            "camera_mask",
            "mask_lift",
            "footage_export",
            "footage_upload");

    private Tables() {}
}
