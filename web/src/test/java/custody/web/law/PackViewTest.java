package custody.web.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.web.house.HouseLaw;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pack on the page of the law")
class PackViewTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @Test
    @DisplayName("is in force from midnight of its own country, wherever it is read")
    void isInForceFromItsOwnMidnight() {
        Pack some = HouseLaw.book().packs().all().getFirst();
        Pack english = new Pack(
                "gb-ew-pace",
                some.jurisdiction(),
                "2023.12",
                Instant.parse("2023-12-20T00:00:00Z"),
                Instant.parse("2024-06-30T23:00:00Z"),
                ZoneId.of("Europe/London"),
                "en",
                "GB",
                some.majority(),
                some.childhood(),
                List.of(),
                List.of(),
                some.hash());
        LawWords words = new LawWords(Wording.in(Language.EN), new Times(KYIV, Language.EN));
        PackView view = PackView.of(
                english,
                new PackTexts(new Packs(List.of(english))),
                "ua",
                words,
                Instant.parse("2024-01-01T00:00:00Z"));
        assertEquals("20.12.2023, 00:00", view.from());
        assertEquals("01.07.2024, 00:00", view.to());
    }
}
