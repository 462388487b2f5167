package custody.video.archive;

import java.util.Locale;

/** Why a stretch of time is not on record. */
public enum GapCause {
    /** The camera or the way to it did not deliver. */
    OFFLINE,
    /** The recorder or its machine ended without being told to. */
    POWER,
    /** There was nowhere to write, or writing failed. */
    DISK,
    /** Somebody decided so: the recorder was stopped, the camera was taken out, the room must not be recorded. */
    POLICY,
    /** Recorded only in part: key frames alone, or a stream that could not be read whole. */
    DEGRADED,
    /**
     * Nothing was heard: the recorder was away, or told neither that it recorded the camera nor that it did not. Only in the
     * ledger's minutes, which do not wait for ever; the gap that is told later has a cause of its own.
     */
    RECORDER;

    /** The word in events and rows. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GapCause ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
