package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Writer;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The law on the pages")
class LawPagesTest extends ServerTest {
    private static final String TODAY = "24.11.2026";

    private static String book(Desk desk, String surname, String basis, String sex, String at) {
        Map<String, String> booking = Map.of(
                "person.surname", surname,
                "person.sex", sex,
                "apprehension.at.date", TODAY,
                "apprehension.at.time", at,
                "apprehension.place", "вул. Уявна, 3",
                "apprehension.by", "1000002",
                "basis.kind", basis,
                "delivery.at.date", TODAY,
                "delivery.at.time", at.equals("11:40") ? "11:50" : "11:30");
        HttpResponse<String> answer = desk.post("/records/new", "/records/new", booking);
        assertEquals(303, answer.statusCode(), answer.body());
        return Desk.location(answer).replaceFirst("\\?.*", "");
    }

    private static String found(String pattern, String html) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
        assertTrue(matcher.find(), () -> pattern + " is not in\n" + html);
        return matcher.group(1).replace("&amp;", "&");
    }

    private static HttpResponse<String> add(Desk desk, String path, String kind, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("occurredAt.date", TODAY);
        all.putIfAbsent("occurredAt.time", "11:45");
        String form = path + "/events/new/" + kind;
        return desk.post(form, form, all);
    }

    @Test
    @DisplayName("show on a record each clock with its article, its state in words, its countdown and why")
    void showEachClock() {
        Desk desk = Desk.of(port, "1000001");
        String page =
                desk.get(book(desk, "Строковий", "cpc-208", "male", "11:00")).body();
        String clock = found("(<li class=\"clock clock--green\" id=\"clock-maximum-1\">.*?)</details>", page);
        assertTrue(clock.contains("КПК 211(1) · установлено законом"), clock);
        assertTrue(clock.contains("data-due=\"2026-11-27T09:00:00Z\""), clock);
        assertTrue(clock.contains("залишилося 2\u00a0д 23\u00a0год"), clock);
        assertTrue(clock.contains("триває"), clock);
        assertTrue(clock.contains("Відлік від події «Фактичне затримання» 24.11.2026, 11:00"), clock);
        assertTrue(clock.contains("?all=1#event-1"), clock);
        assertTrue(clock.contains("ua 2024.4 aaaaaaaaaaaaaaaa"), clock);
        assertTrue(page.contains("внутрішній стандарт, не закон"), page);
        assertTrue(page.contains("id=\"clock-relatives-1\""), page);
    }

    @Test
    @DisplayName("name on the timeline the rule that was broken and what it demands, in words")
    void nameTheBrokenRuleInWords() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Порушений", "cpc-208", "male", "11:00");
        var breach = new ClockBreached("relatives", "КПК 213(1)", MORNING, "notify", "ua 2024.4 aaaaaaaaaaaaaaaa");
        records.addBySystem(
                RecordId.of(path.replace("/records/", "")),
                Draft.of(breach, new Occurrence(MORNING, null, Occurrence.Source.LIVE)),
                new Writer(Badge.SYSTEM, null));
        String entry =
                found("id=\"event-4\">(.*?)id=\"event-3\"", desk.get(path).body());
        assertFalse(entry.contains(">relatives<") || entry.contains(">notify<"), entry);
        assertTrue(entry.contains("повідомити"), entry);
    }

    @Test
    @DisplayName("show a deadline to the second, not to the thousandth")
    void showADeadlineToTheSecond() {
        clock.set(MORNING.plusMillis(37_914));
        Desk desk = Desk.of(port, "1000001");
        String page = desk.get(book(desk, "Мілісекундний", "cpc-208", "male", "11:40"))
                .body();
        assertFalse(page.matches("(?s).*[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}(?=[^0-9Z]*</(p|span|time)>).*"), page);
    }

    @Test
    @DisplayName("let a task be done in two steps: its form is filled in, and saving leads back")
    void letATaskBeDoneInTwoSteps() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Завданнєвий", "cpc-208", "male", "11:40");
        String page = desk.get(path).body();
        String form =
                found("href=\"(" + path + "/events/new/notice\\?back=record&amp;fields.addressee=relative)\"", page);
        String open = desk.get(form).body();
        assertTrue(open.matches("(?s).*value=\"relative\" selected.*"), open);
        Map<String, String> filled = desk.filled(
                form,
                Map.of(
                        "occurredAt.date", TODAY,
                        "occurredAt.time", "11:50",
                        "fields.addressee", "relative",
                        "fields.outcome", "reached",
                        "back", "record"));
        HttpResponse<String> saved = desk.post(path + "/events/new/notice", filled);
        assertEquals(303, saved.statusCode(), saved.body());
        assertTrue(Desk.location(saved).startsWith(path + "?added="));
        assertFalse(desk.get(path).body().contains("fields.addressee=relative"));
    }

    @Test
    @DisplayName("list what is due on all records here, and lead back to the list")
    void listWhatIsDueHere() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Спільнозавданнєвий", "cpc-208", "male", "11:40");
        String mine = desk.get("/tasks").body();
        String form =
                found("href=\"(" + path + "/events/new/notice\\?back=tasks&amp;fields.addressee=relative)\"", mine);
        assertTrue(mine.contains("Спільнозавданнєвий"), mine);
        Map<String, String> filled = desk.filled(
                form,
                Map.of(
                        "occurredAt.date", TODAY,
                        "occurredAt.time", "11:50",
                        "fields.addressee", "relative",
                        "fields.outcome", "attempted",
                        "back", "tasks"));
        HttpResponse<String> saved = desk.post(path + "/events/new/notice", filled);
        assertTrue(Desk.location(saved).startsWith("/tasks?added="), Desk.location(saved));
        String again = desk.get(Desk.location(saved)).body();
        assertTrue(again.contains("спроби невдалі: 1, остання 11:50"), "a notice that failed comes back");
        String medic = Desk.of(port, "1000003").get("/tasks").body();
        assertFalse(medic.contains(path + "/events/new/registered"), "a medic registers nobody");
        assertTrue(Desk.of(port, "1000003").get("/tasks?all=1").body().contains("вносять інші"));
        assertEquals(403, Desk.of(port, "1000004").get("/tasks").statusCode());
    }

    @Test
    @DisplayName("go on listing what is owed after a release, and say that the person has gone")
    void goOnListingWhatIsOwed() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Звільнений", "cpc-208", "male", "11:00");
        add(desk, path, "force-used", Map.of("occurredAt.time", "11:40", "performedBy", "1000002"));
        add(desk, path, "released", Map.of("occurredAt.time", "11:50"));
        String tasks = desk.get("/tasks").body();
        String form = found("href=\"(" + path + "/events/new/force-statement[^\"]*)\"", tasks);
        assertTrue(tasks.contains("Звільнений") && tasks.contains("Звільнено"), tasks);
        assertFalse(tasks.contains(path + "/events/new/notice"), "whoever has gone needs no notice any more");
        String open = desk.get(form).body();
        assertTrue(open.contains("value=\"1000002\" selected"), "whoever used force is known: " + open);
        String lead = Desk.location(desk.get(path + "/tasks/force-report?back=alerts"));
        assertTrue(lead.startsWith(path + "/events/new/force-statement?back=alerts"), lead);
    }

    @Test
    @DisplayName("put the next deadline, tasks and the next check on the whiteboard, sorted by deadline")
    void putTheNextDeadlineOnTheWhiteboard() {
        Desk desk = Desk.of(port, "1000001");
        String first = book(desk, "Раніший", "cpc-208", "male", "09:00");
        String second = book(desk, "Пізніший", "cpc-208", "male", "11:00");
        add(desk, second, "observation-level-set", Map.of("fields.level", "every-30-min", "occurredAt.time", "11:35"));
        String board = desk.get("/?sort=deadline&filter=ніший").body();
        assertTrue(board.indexOf("Раніший") < board.indexOf("Пізніший"), board);
        assertTrue(board.contains("href=\"" + first + "#clock-maximum-1\""), board);
        assertTrue(board.contains("КПК 211(1)"), board);
        assertTrue(board.contains("href=\"" + first + "#tasks\""), board);
        assertTrue(board.contains("незабаром"), "25 of 30 minutes are over");
        assertTrue(board.contains("hx-get=\"/live/whiteboard?sort=deadline&amp;filter="), board);
        clock.pass(Duration.ofMinutes(6));
        assertTrue(desk.get("/live/whiteboard?filter=" + "Пізніший").body().contains("прострочено"));
    }

    @Test
    @DisplayName("keep the group and the length of the timeline when a part is fetched anew")
    void keepTheGroup() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Груповий", "cpc-208", "male", "11:00");
        String page = desk.get(path + "?group=custody&all=1").body();
        String live = found("hx-get=\"([^\"]+)\"", page);
        assertEquals("/live" + path + "?group=custody&all=1", live);
        assertTrue(desk.get(live).body().contains("<option value=\"custody\" selected"));
    }

    @Test
    @DisplayName("print the proof of one clock, and the whole board as it was at any time")
    void printProofs() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Друкований", "cpc-208", "male", "11:00");
        String proof = desk.get(path + "/clocks/maximum?n=1").body();
        for (String part : List.of("КПК 211(1)", "27.11.2026, 11:00", "a".repeat(64), "maximum, версія 1")) {
            assertTrue(proof.contains(part), part);
        }
        String later =
                desk.get(path + "/clocks?at.date=27.11.2026&at.time=11:01").body();
        assertTrue(later.contains("прострочено на 1\u00a0хв"), later);
        assertTrue(desk.get(path + "/clocks?at.date=24.11.2026&at.time=10:00")
                .body()
                .contains("На цей час дошки немає"));
        assertEquals(422, desk.get(path + "/clocks?at.date=завтра&at.time=8").statusCode());
        String exactly =
                desk.get(path + "/clocks?at=2026-11-27T11:01:00%2B02:00").body();
        assertTrue(exactly.contains("прострочено на 1\u00a0хв"), exactly);
        var garbage = desk.get(path + "/clocks?at=garbage");
        assertEquals(422, garbage.statusCode(), "another moment than the one asked for is not shown in silence");
        assertTrue(garbage.body().contains("Напишіть дату й час"), garbage.body());
        assertEquals(422, desk.get(path + "/clocks?at=2999-01-01T00:00:00Z").statusCode());
        assertEquals(404, desk.get(path + "/clocks/nothing").statusCode());
    }

    @Test
    @DisplayName("show clocks to an investigator of the case without saying who is held; to others not at all")
    void showClocksToAnInvestigator() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Невідомлений", "cpc-208", "male", "11:00");
        assertEquals(403, Desk.of(port, "1000004").get(path + "/clocks").statusCode());
        add(desk, path, "suspicion-notified", Map.of("performedBy", "1000004"));
        HttpResponse<String> seen = Desk.of(port, "1000004").get(path + "/clocks");
        assertEquals(200, seen.statusCode());
        assertTrue(seen.body().contains("КПК 211(1)"));
        assertFalse(seen.body().contains("Невідомлений"), seen.body());
    }

    @Test
    @DisplayName("let a flag be answered with one click, and keep question and answer")
    void letAFlagBeAnswered() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Позначений", "cpc-208", "male", "11:00");
        RecordId id = RecordId.of(path.substring(path.lastIndexOf('/') + 1));
        records.addBySystem(
                id,
                Draft.of(
                        new FlagRaised(Flag.EXACT_INTERVALS, List.of(), null),
                        new Occurrence(MORNING, null, Occurrence.Source.LIVE)),
                new Writer(new Badge("SYSTEM"), null));
        String page = desk.get(path).body();
        String form =
                found("href=\"(" + path + "/events/new/flag-answered\\?back=flags&amp;fields.flag=[0-9a-f-]+)\"", page);
        String flag = form.substring(form.indexOf("fields.flag=") + "fields.flag=".length());
        assertTrue(desk.get(form).body().contains("value=\"" + flag + "\" selected"));
        Map<String, String> filled = desk.filled(
                form,
                Map.of(
                        "occurredAt.date", TODAY,
                        "occurredAt.time", "12:00",
                        "fields.flag", flag,
                        "fields.answer", "Будильник на посту",
                        "back", "flags"));
        HttpResponse<String> saved = desk.post(path + "/events/new/flag-answered", filled);
        assertTrue(Desk.location(saved).contains("added="), saved.body());
        String after = desk.get(path).body();
        assertTrue(after.contains("Відповіді надано: 1") && after.contains("Будильник на посту"), after);
        assertFalse(after.contains("fields.flag="), after);
    }

    @Test
    @DisplayName("offer a contact for an interview no longer, and show one that was entered so when it is corrected")
    void offerNoInterviewAsContact() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk, "Допитаний", "cpc-208", "male", "11:00");
        String form = desk.get(path + "/events/new/contact-started").body();
        String option = "value=\"interview\"";
        assertTrue(form.contains("value=\"investigative-action\"") && !form.contains(option), form);
        HttpResponse<String> saved = add(desk, path, "contact-started", Map.of("fields.purpose", "interview"));
        assertEquals(303, saved.statusCode(), saved.body());
        String typed = desk.get(path + "/events/new/contact-started?fields.purpose=interview")
                .body();
        assertTrue(typed.contains(option), typed);
    }

    @Test
    @DisplayName("refuse a cell that separation forbids, and ask for a reason where it only warns; the API alike")
    void refuseAnUnsuitableCell() {
        Desk desk = Desk.of(port, "1000001");
        String man = book(desk, "Камерний", "cpc-208", "male", "11:00");
        String woman = book(desk, "Камерна", "cpc-208", "female", "11:00");
        String convicted = book(desk, "Засуджений", "convicted", "male", "11:00");
        assertEquals(
                303,
                add(desk, man, "cell-allocated", Map.of("fields.cell", "CELL-2"))
                        .statusCode());
        String form = desk.get(woman + "/events/new/cell-allocated").body();
        assertTrue(form.contains("Жінки й чоловіки опинилися б разом"), form);
        HttpResponse<String> refused = add(desk, woman, "cell-allocated", Map.of("fields.cell", "CELL-2"));
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("href=\"#fields-cell\""), refused.body());
        HttpResponse<String> asked = add(desk, convicted, "cell-allocated", Map.of("fields.cell", "CELL-2"));
        assertEquals(422, asked.statusCode());
        assertTrue(asked.body().contains("href=\"#fields-separationReason\""), asked.body());
        HttpResponse<String> reasoned = add(
                desk,
                convicted,
                "cell-allocated",
                Map.of("fields.cell", "CELL-2", "fields.separationReason", "інших місць немає, до ранку"));
        assertEquals(303, reasoned.statusCode(), reasoned.body());
    }

    @Test
    @DisplayName("show how far a person has come")
    void showTheWay() {
        Desk desk = Desk.of(port, "1000001");
        String page =
                desk.get(book(desk, "Дорожній", "cpc-208", "male", "11:00")).body();
        assertTrue(page.contains("3 із "), page);
        assertTrue(page.contains("way__step way__step--done"), page);
    }

    @Test
    @DisplayName("show the packs, every rule in both languages, and what changed between two versions")
    void showThePacks() {
        Desk desk = Desk.of(port, "1000007");
        String packs = desk.get("/law").body();
        assertTrue(packs.contains("ua 2024.4") && packs.contains("ua 2026.12"), packs);
        assertTrue(packs.contains("чинний") && packs.contains("ще не чинний"), packs);
        String rules = desk.get("/law/ua/2024.4").body();
        for (String part : List.of(
                "Вручено рішення суду або звільнено",
                "<span lang=\"en\">Court decision handed over, else release</span>",
                "72\u00a0год",
                "прочитано в чинному законі",
                "негайно; внутрішній стандарт 30\u00a0хв",
                "послабити або зняти")) {
            assertTrue(rules.contains(part), part + "\n" + rules);
        }
        assertFalse(rules.contains("law."), rules);
        String open = desk.get("/law/ua/2026.12").body();
        assertTrue(open.matches("(?s).*Строк дії: з [0-9., :]+\\.</p>.*"), open);
        String changes = desk.get("/law/ua/2026.12/changes").body();
        assertTrue(changes.contains("<del>72\u00a0год</del>") && changes.contains("<ins>48\u00a0год</ins>"), changes);
        assertTrue(changes.contains("Без змін правил: 5"), changes);
        assertEquals(404, desk.get("/law/ua/1").statusCode());
    }

    @Test
    @DisplayName("show each of two texts of one version, which of them judges, and what one changed of the other")
    void showTwoTextsOfOneVersion() {
        Desk desk = Desk.of(port, "1000007");
        String given = "/law/ua/2024.4/" + "a".repeat(16);
        String behind = "/law/ua/2024.4/" + "c".repeat(16);
        String packs = desk.get("/law").body();
        for (String way : List.of(given, given + "/changes", behind)) {
            assertTrue(packs.contains("href=\"" + way + "\""), way + "\n" + packs);
        }
        assertFalse(packs.contains("href=\"" + behind + "/changes\""), "nothing was before it");
        assertEquals(2, packs.split(">чинний<", -1).length, "one alone is in force");
        assertEquals(2, packs.split("за ним оцінюють записи тут", -1).length, packs);
        assertEquals(2, packs.split("оцінює лише записи, що почалися за ним", -1).length, packs);
        assertTrue(desk.get(given).body().contains("72\u00a0год"));
        String old = desk.get(behind).body();
        assertTrue(old.contains("60\u00a0год") && old.contains("оцінює лише записи, що почалися за ним"), old);
        String changes = desk.get(given + "/changes").body();
        assertTrue(changes.contains("<del>60\u00a0год</del>") && changes.contains("<ins>72\u00a0год</ins>"), changes);
        assertTrue(changes.contains("2024.4 · cccccccccccccccc → 2024.4 · aaaaaaaaaaaaaaaa"), changes);
        assertEquals(404, desk.get(behind + "/changes").statusCode());
        assertEquals(404, desk.get("/law/ua/2024.4/" + "d".repeat(16)).statusCode());
    }

    @Test
    @DisplayName("answer what if: basis, facts and T0 give clocks; nobody is named and nothing is kept")
    void answerWhatIf() {
        Desk desk = Desk.of(port, "1000007");
        int events = records.events();
        int looks = records.looks().size();
        String page = desk.get("/law/what-if?basis=cpc-208&fact=minor&from.date=24.11.2026&from.time=08:00&delivered=30"
                        + "&registered=45")
                .body();
        assertTrue(page.contains("до 27.11.2026, 08:00"), page);
        assertTrue(page.contains("КПК 211(1)"), page);
        assertTrue(page.matches("(?s).*value=\"minor\" checked.*"), page);
        String printed = found("<dl class=\"facts printonly\">(.*?)</dl>", page);
        for (String part : List.of("24.11.2026, 08:00", "неповнолітня особа", "<dd>30</dd>", "<dd>45</dd>", "208")) {
            assertTrue(printed.contains(part), part + "\n" + printed);
        }
        String visitor = desk.get("/law/what-if?basis=visitor&from.date=24.11.2026&from.time=08:00")
                .body();
        assertFalse(visitor.contains("до 27.11.2026, 08:00"), visitor);
        String unlimited = "id=\"unlimited\"";
        assertTrue(
                desk.get("/law/what-if?basis=migration&from.date=24.11.2026&from.time=08:00")
                        .body()
                        .contains(unlimited),
                "a basis without a limit of holding is said to have none");
        assertFalse(page.contains(unlimited) || visitor.contains(unlimited));
        assertEquals(
                422,
                desk.get("/law/what-if?basis=cpc-208&from.date=учора&from.time=8")
                        .statusCode());
        var mistyped = desk.get("/law/what-if?basis=cpc-208&from.date=24.11.2026&from.time=08:00&registered=4o");
        assertEquals(422, mistyped.statusCode());
        assertTrue(mistyped.body().contains("Напишіть цілі хвилини"), mistyped.body());
        assertFalse(mistyped.body().contains("до 27.11.2026, 08:00"), "what was mistyped is not left out in silence");
        String murder = desk.get("/law/what-if?basis=cpc-208&offence=115(1)&from.date=24.11.2026&from.time=08:00")
                .body();
        assertTrue(found("<dl class=\"facts printonly\">(.*?)</dl>", murder).contains("<dd>115(1)</dd>"), murder);
        var unread = desk.get("/law/what-if?basis=cpc-208&offence=murder&from.date=24.11.2026&from.time=08:00");
        assertEquals(422, unread.statusCode());
        assertTrue(unread.body().contains("Напишіть одну статтю"), unread.body());
        assertEquals(200, desk.get("/law/what-if").statusCode());
        assertEquals(events, records.events());
        assertEquals(looks, records.looks().size());
    }
}
