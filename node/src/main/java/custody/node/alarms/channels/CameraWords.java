package custody.node.alarms.channels;

import custody.record.desk.CameraAlarm;

/** What messages call a camera's trouble. A word that is not known is said as it is: better than no message. */
final class CameraWords {
    private CameraWords() {}

    static String uk(CameraAlarm alarm, int alarms) {
        String trouble = switch (alarm.trouble()) {
            case "recorder-away" -> "Запис з усіх камер не ведеться";
            case "not-written" -> "Відео не записується: диск його не приймає";
            case "disk-filling" -> "Диск архіву відео майже повний: місця менш ніж на шість годин";
            case "footage-differs" -> "Записане відео зникло або змінене";
            case "offline" -> "немає зв’язку";
            case "no-key-frame" -> "немає зображення";
            case "frozen" -> "зображення застигло";
            case "black" -> "зображення чорне";
            case "covered" -> "об’єктив закрито";
            case "blurred" -> "зображення нечітке";
            case "moved" -> "камеру зрушено";
            case "clock" -> "годинник камери відхиляється";
            case "resolution" -> "роздільність нижча за звичну";
            default -> alarm.trouble();
        };
        return alarm.camera().isEmpty()
                ? trouble
                : "Камера " + name(alarm) + ": " + trouble + (alarms > 1 ? "; разом сповіщень: " + alarms : "");
    }

    static String en(CameraAlarm alarm, int alarms) {
        String trouble = switch (alarm.trouble()) {
            case "recorder-away" -> "No camera is recorded";
            case "not-written" -> "Footage is not written: the disk does not take it";
            case "disk-filling" -> "The disk of the video archive is nearly full: room for less than six hours";
            case "footage-differs" -> "Recorded footage is missing or is not what it was";
            case "offline" -> "offline";
            case "no-key-frame" -> "no picture";
            case "frozen" -> "frozen";
            case "black" -> "black";
            case "covered" -> "covered";
            case "blurred" -> "blurred";
            case "moved" -> "moved";
            case "clock" -> "its clock is off";
            case "resolution" -> "a smaller picture than usual";
            default -> alarm.trouble();
        };
        return alarm.camera().isEmpty()
                ? trouble
                : "Camera " + name(alarm) + ": " + trouble + (alarms > 1 ? "; alarms in all: " + alarms : "");
    }

    private static String name(CameraAlarm alarm) {
        return alarm.name().isEmpty() ? alarm.camera() : alarm.name() + " (" + alarm.camera() + ")";
    }
}
