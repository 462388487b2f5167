package custody.node.alarms.channels;

import custody.record.desk.CameraAlarm;
import custody.web.words.Wording;

/** What messages call a camera's trouble: as the screens do. */
final class CameraWords {
    private CameraWords() {}

    static String of(CameraAlarm alarm, int alarms, Wording words) {
        String trouble = trouble(alarm, words);
        if (alarm.camera().isEmpty()) {
            return trouble;
        }
        String line = words.say("alerts.message.camera", name(alarm), trouble);
        return alarms > 1 ? line + words.say("alerts.message.in-all", alarms) : line;
    }

    /** A word that is not known is said as it is: better than no message. */
    private static String trouble(CameraAlarm alarm, Wording words) {
        String key = "alerts.camera." + alarm.trouble();
        return words.has(key) ? words.say(key) : alarm.trouble();
    }

    private static String name(CameraAlarm alarm) {
        return alarm.name().isEmpty() ? alarm.camera() : alarm.name() + " (" + alarm.camera() + ")";
    }
}
