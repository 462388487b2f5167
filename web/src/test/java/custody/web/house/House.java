package custody.web.house;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.RoomCode;
import custody.record.law.Lawbook;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import custody.record.places.Room;
import custody.web.WebConfiguration;
import custody.web.WebSettings;
import custody.web.house.video.InMemoryVideo;
import custody.web.session.Passwords;
import custody.web.video.CameraScreens;
import custody.web.video.Footage;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The demo facility of docs/formats/api.md, in memory: its rooms, its people, one password for all. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, CameraScreens.class})
public class House {
    /** The facility. */
    public static final FacilityCode FACILITY = new FacilityCode("UA26-0007");

    /** The password of everybody here. */
    public static final String PASSWORD = "correct horse battery";

    @Bean
    HouseClock clock() {
        return new HouseClock();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    WebSettings settings() {
        return new WebSettings(FACILITY, true, "one-time-code", false);
    }

    @Bean
    InMemoryCustodyRecords records(HouseClock clock) {
        return new InMemoryCustodyRecords(clock);
    }

    /** No pack: what the law says is tested elsewhere. */
    @Bean
    InMemoryCameraAlarms cameraAlarms() {
        return new InMemoryCameraAlarms();
    }

    @Bean
    InMemoryAlerts alerts() {
        return new InMemoryAlerts();
    }

    @Bean
    InMemoryChannels channels() {
        return new InMemoryChannels();
    }

    @Bean
    InMemoryMartialLaw martialLaw() {
        return new InMemoryMartialLaw();
    }

    @Bean
    InMemoryAccounts accounts() {
        return new InMemoryAccounts();
    }

    @Bean
    Lawbook law() {
        return HouseLaw.book();
    }

    @Bean
    FixedLedger ledger() {
        return new FixedLedger(2);
    }

    @Bean
    InMemoryVideo video() {
        return new InMemoryVideo();
    }

    @Bean
    Footage footage(InMemoryVideo video) {
        return video.footage();
    }

    @Bean
    InMemoryFacilities facilities() {
        InMemoryFacilities facilities = new InMemoryFacilities(java.time.InstantSource.system());
        facilities.put(facility());
        return facilities;
    }

    @Bean
    InMemoryOfficers officers() {
        InMemoryOfficers officers = new InMemoryOfficers(java.time.InstantSource.system());
        officer(officers, "1000001", "Коваленко Ірина Петрівна", "капітан", Category.CUSTODY_OFFICER);
        officer(officers, "1000002", "Бондар Олег Іванович", "сержант", Category.APPREHENDING_OFFICER);
        officer(officers, "1000003", "Мельник Оксана Юріївна", "фельдшер", Category.MEDIC);
        officer(officers, "1000004", "Ткаченко Андрій Львович", "слідчий", Category.INVESTIGATOR);
        officer(officers, "1000005", "Шевчук Василь Миколайович", "підполковник", Category.HEAD_OF_FACILITY);
        officer(officers, "1000006", "Лисенко Марія Степанівна", "прокурор", Category.PROSECUTOR);
        officer(officers, "1000007", "Гриценко Павло Олегович", "адвокат", Category.ADVOCATE);
        officer(officers, "1000008", "Савченко Леся Богданівна", "", Category.OMBUDSMAN);
        officer(officers, "1000009", "Романюк Тарас Ігорович", "", Category.ADMINISTRATOR);
        officer(officers, "1000010", "Поліщук Роман Вікторович", "лейтенант", Category.DUTY_OFFICER);
        officer(officers, "1000011", "Кравець Зоя Андріївна", "полковник", Category.HUMAN_RIGHTS_REGION);
        officer(officers, "1000012", "Левчук Остап Романович", "полковник", Category.HUMAN_RIGHTS_DEPARTMENT);
        return officers;
    }

    /** Everybody gets the password. */
    @Bean
    CommandLineRunner everybodysPassword(InMemoryOfficers officers, InMemoryAccounts accounts, Passwords passwords) {
        String hash = passwords.hash(PASSWORD);
        return _ -> officers.all().forEach(officer -> accounts.password(officer.badge(), hash));
    }

    private static void officer(InMemoryOfficers officers, String badge, String name, String rank, Category category) {
        officers.put(new Officer(new Badge(badge), name, rank, "", FACILITY, category, true));
    }

    /** Its rooms as the tests know them. */
    public static Facility facility() {
        return new Facility(
                FACILITY,
                "ІТТ № 7, м. Вигадане",
                "Temporary detention facility 7, Vyhadane",
                "Вигадана область",
                Facility.Kind.TEMPORARY_DETENTION_FACILITY,
                Facility.State.ACTIVE,
                ZoneId.of("Europe/Kyiv"),
                400,
                new Facility.Serving(null, null, null, null),
                List.of(
                        room("REG", "Кімната реєстрації", Room.Kind.REGISTRATION, 0),
                        room("INT-1", "Кімната для допиту 1", Room.Kind.INTERVIEW_ROOM, 0),
                        room("MED", "Медичний кабінет", Room.Kind.MEDICAL_ROOM, 0),
                        room("CELL-1", "Камера 1", Room.Kind.CELL, 2),
                        room("CELL-2", "Камера 2", Room.Kind.CELL, 4)));
    }

    private static Room room(String code, String name, Room.Kind kind, int capacity) {
        return Room.of(new RoomCode(code), name, kind, Room.Privacy.NORMAL, 1_200, capacity);
    }
}
