package custody.node.e2e;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as the facility's clock shows it and people type it. */
record KyivTime(String date, String time) {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static KyivTime ago(Duration length) {
        ZonedDateTime at = ZonedDateTime.now(KYIV).minus(length);
        return new KyivTime(DATE.format(at), TIME.format(at));
    }

    /** Types it into the two fields of a form. */
    void into(Page page, String dateField, String timeField) {
        page.locator(dateField).fill(date);
        page.locator(timeField).fill(time);
    }
}
