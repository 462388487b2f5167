package custody.node.alarms.channels;

import custody.record.desk.CameraAlarm;
import custody.web.words.Language;
import custody.web.words.Wording;

/** What messages call a camera's trouble: as the screens do. */
final class CameraWords {
    private static final Wording UK = Wording.in(Language.UK);
    private static final Wording EN = Wording.in(Language.EN);

    private CameraWords() {}

    static String uk(CameraAlarm alarm, int alarms) {
        String trouble = trouble(alarm, UK);
        return alarm.camera().isEmpty()
                ? trouble
                : "Камера " + name(alarm) + ": " + trouble + (alarms > 1 ? "; разом сповіщень: " + alarms : "");
    }

    static String en(CameraAlarm alarm, int alarms) {
        String trouble = trouble(alarm, EN);
        return alarm.camera().isEmpty()
                ? trouble
                : "Camera " + name(alarm) + ": " + trouble + (alarms > 1 ? "; alarms in all: " + alarms : "");
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
