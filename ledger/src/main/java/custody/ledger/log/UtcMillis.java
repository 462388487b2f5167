package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import java.time.Instant;

/**
 * The only form of a time in a leaf: {@code 2026-11-24T08:15:00.123Z}, 24 ASCII characters, years 1970 to 9999. Written
 * and read by hand because it happens for each entry. Calendar arithmetic after H. Hinnant's days-from-civil.
 */
final class UtcMillis {
    static final int LENGTH = 24;

    /** Of the part up to and with the minute's colon. */
    static final int MINUTE_LENGTH = 17;

    private static final long MOST = 253_402_300_799_999L;
    private static final int DAY = 86_400_000;
    private static final byte[] SHAPE = {
        '0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0', '0', ':', '0', '0', ':', '0', '0', '.', '0', '0',
        '0', 'Z'
    };

    private UtcMillis() {}

    static void require(Instant at) {
        boolean whole = at.getNano() % 1_000_000 == 0;
        if (!whole || at.getEpochSecond() < 0 || at.getEpochSecond() > MOST / 1000) {
            throw new IllegalArgumentException("a time in the ledger is UTC in whole milliseconds, years 1970 to 9999");
        }
    }

    static void write(long epochMillis, byte[] out, int at) {
        System.arraycopy(SHAPE, 0, out, at, LENGTH);
        int millis = (int) (epochMillis % DAY);
        int days = (int) (epochMillis / DAY) + 719_468;
        int era = days / 146_097;
        int dayOfEra = days % 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        digits(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4, out, at);
        digits(month, 2, out, at + 5);
        digits(dayOfYear - (153 * shifted + 2) / 5 + 1, 2, out, at + 8);
        digits(millis / 3_600_000, 2, out, at + 11);
        digits(millis / 60_000 % 60, 2, out, at + 14);
        digits(millis / 1000 % 60, 2, out, at + 17);
        digits(millis % 1000, 3, out, at + 20);
    }

    private static void digits(int value, int count, byte[] out, int at) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Epoch milliseconds; gives up with BAD_TIME. */
    static long read(byte[] in, int at) {
        return readMinute(in, at) + readMillisOfMinute(in, at + MINUTE_LENGTH);
    }

    /** Of {@code 2026-11-24T08:15:}; apart, because many entries share it. Gives up with BAD_TIME. */
    static long readMinute(byte[] in, int at) {
        for (int i = 0; i < MINUTE_LENGTH; i++) {
            int c = in[at + i];
            if (SHAPE[i] == '0' ? c < '0' || c > '9' : c != SHAPE[i]) {
                throw bad();
            }
        }
        int year = number(in, at, 4);
        int month = number(in, at + 5, 2);
        int day = number(in, at + 8, 2);
        int hour = number(in, at + 11, 2);
        int minute = number(in, at + 14, 2);
        boolean date = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
        if (!date || hour > 23 || minute > 59) {
            throw bad();
        }
        return days(year, month, day) * DAY + (hour * 60 + minute) * 60_000L;
    }

    /** Of {@code 00.123Z}; gives up with BAD_TIME. */
    static int readMillisOfMinute(byte[] in, int at) {
        int tens = in[at] - '0';
        int seconds = in[at + 1] - '0';
        int tenths = in[at + 3] - '0';
        int hundredths = in[at + 4] - '0';
        int thousandths = in[at + 5] - '0';
        int outside = tens | (5 - tens) | seconds | (9 - seconds) | tenths | (9 - tenths);
        outside |= hundredths | (9 - hundredths) | thousandths | (9 - thousandths);
        if (outside < 0 || in[at + 2] != '.' || in[at + 6] != 'Z') {
            throw bad();
        }
        return (tens * 10 + seconds) * 1000 + tenths * 100 + hundredths * 10 + thousandths;
    }

    private static long days(int year, int month, int day) {
        int shiftedYear = month <= 2 ? year - 1 : year;
        int era = shiftedYear / 400;
        int yearOfEra = shiftedYear % 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097L + yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static int length(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 ? (leap ? 29 : 28) : 30 + (month + month / 8) % 2;
    }

    private static int number(byte[] in, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + in[i] - '0';
        }
        return value;
    }

    private static Malformed bad() {
        return new Malformed(Malformation.BAD_TIME, "a time is yyyy-mm-ddThh:mm:ss.mmmZ");
    }
}
