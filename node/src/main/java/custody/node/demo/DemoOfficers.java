package custody.node.demo;

import custody.record.events.Badge;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import java.util.List;

/** The ten people who act in the demo, all invented; badges are those of the API's contract. */
public final class DemoOfficers {
    /** службова особа, відповідальна за перебування затриманих */
    public static final Badge CUSTODY = new Badge("1000001");

    public static final Badge APPREHENDING = new Badge("1000002");
    public static final Badge MEDIC = new Badge("1000003");
    public static final Badge INVESTIGATOR = new Badge("1000004");
    public static final Badge HEAD = new Badge("1000005");
    public static final Badge PROSECUTOR = new Badge("1000006");
    public static final Badge ADVOCATE = new Badge("1000007");
    public static final Badge OMBUDSMAN = new Badge("1000008");
    public static final Badge ADMINISTRATOR = new Badge("1000009");
    public static final Badge DUTY = new Badge("1000010");

    private static final List<Officer> ALL = List.of(
            officer(
                    CUSTODY,
                    "Вербицька-Лан Соломія Остапівна",
                    "капітан поліції",
                    "інспектор з дотримання прав людини, відповідальна за перебування затриманих",
                    Category.CUSTODY_OFFICER),
            officer(
                    APPREHENDING,
                    "Громовник Тарас Левкович",
                    "старший сержант поліції",
                    "поліцейський сектору реагування патрульної поліції",
                    Category.APPREHENDING_OFFICER),
            officer(
                    MEDIC,
                    "Липоцвіт Марта Северинівна",
                    "лейтенант медичної служби",
                    "фельдшер ізолятора тимчасового тримання",
                    Category.MEDIC),
            officer(
                    INVESTIGATOR,
                    "Камінчук Роман Ярославич",
                    "майор поліції",
                    "старший слідчий слідчого відділу",
                    Category.INVESTIGATOR),
            officer(
                    HEAD,
                    "Стодольний Юхим Захарович",
                    "підполковник поліції",
                    "начальник ізолятора тимчасового тримання",
                    Category.HEAD_OF_FACILITY),
            officer(
                    PROSECUTOR,
                    "Правдюк-Яр Віталіна Устимівна",
                    "юрист 1 класу",
                    "прокурор Верболозької окружної прокуратури",
                    Category.PROSECUTOR),
            officer(
                    ADVOCATE,
                    "Оборонко Данило Маркіянович",
                    "",
                    "адвокат, за дорученням центру безоплатної правничої допомоги",
                    Category.ADVOCATE),
            officer(
                    OMBUDSMAN,
                    "Світлогляд Наталя Іллівна",
                    "",
                    "представниця Уповноваженого, національний превентивний механізм",
                    Category.OMBUDSMAN),
            officer(ADMINISTRATOR, "Вузлюк Андрій Полікарпович", "", "адміністратор системи", Category.ADMINISTRATOR),
            officer(
                    DUTY,
                    "Нічвидько Ярема Семенович",
                    "старший лейтенант поліції",
                    "черговий ізолятора тимчасового тримання",
                    Category.DUTY_OFFICER));

    private DemoOfficers() {}

    /** All ten, by badge. */
    public static List<Officer> all() {
        return ALL;
    }

    private static Officer officer(Badge badge, String name, String rank, String post, Category category) {
        return new Officer(badge, name, rank, post, DemoFacility.CODE, category, true);
    }
}
