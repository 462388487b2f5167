package custody.store.backup;

import java.util.List;
import java.util.Set;

/** Every table that a backup holds, each after those it refers to. {@code TablesTest} compares the list with the schema. */
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
            "camera_alarm",
            "alarm_message",
            "alarm_taken",
            "room",
            "officer",
            "account",
            "token",
            "retention_class",
            // Before its camera: of one that is there the database would keep that it had no masks until now.
            "camera_mask",
            "camera",
            "segment",
            "segment_open",
            "footage_gap",
            "recorder_journal",
            "video_minute",
            "camera_trouble",
            "camera_still",
            "footage_hold",
            "camera_past",
            "mask_lift",
            "footage_export",
            "footage_upload",
            "footage_copy_gone",
            "looked_over");

    /** Tables that backups made before them do not name: they are restored empty from such a one. */
    static final Set<String> LATER =
            Set.of("camera_alarm", "alarm_taken", "camera_still", "footage_copy_gone", "camera_past", "looked_over");

    static final String FOLDER = "tables/";

    private Tables() {}

    /** Name of a table's file in a backup. */
    static String file(String table) {
        return FOLDER + table + ".copy";
    }
}
