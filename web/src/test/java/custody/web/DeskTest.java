package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import custody.web.house.House;
import custody.web.house.InMemoryOfficers;
import custody.web.session.Passwords;
import custody.web.session.Turns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The desk")
class DeskTest extends ServerTest {
    private static final Map<String, String> BOOKING = Map.of(
            "person.surname", "Тестовий",
            "person.givenName", "Петро",
            "apprehension.at.date", "24.11.2026",
            "apprehension.at.time", "09:15",
            "apprehension.place", "вул. Уявна, 3",
            "apprehension.by", "1000002",
            "basis.kind", "cpc-208",
            "delivery.at.date", "24.11.2026",
            "delivery.at.time", "10:05");

    @Autowired
    private Passwords passwords;

    @Autowired
    private InMemoryOfficers officers;

    private String book(Desk desk) {
        HttpResponse<String> answer = desk.post("/records/new", "/records/new", BOOKING);
        assertEquals(303, answer.statusCode(), answer.body());
        return Desk.location(answer).replaceFirst("\\?.*", "");
    }

    @Test
    @DisplayName("sends whoever is not signed in to the sign-in")
    void sendsStrangersToTheSignIn() {
        Desk stranger = new Desk(port);
        assertEquals("/sign-in", Desk.location(stranger.get("/")));
        assertEquals("/sign-in", Desk.location(stranger.get("/records/new")));
    }

    @Test
    @DisplayName("can open a record in six fields and shows it on the whiteboard")
    void canOpenARecordInSixFields() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        String page = desk.get(path).body();
        assertTrue(page.contains("Тестовий Петро"));
        assertTrue(page.contains("24.11.2026, 09:15"));
        assertTrue(page.contains("запечатано"));
        assertTrue(desk.get("/").body().contains(path));
    }

    @Test
    @DisplayName("keeps what was typed when something is wrong, and links the error to its field")
    void keepsWhatWasTyped() {
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> wrong = new HashMap<>(BOOKING);
        wrong.put("apprehension.at.time", "25:70");
        wrong.put("basis.kind", "");
        int before = records.events();
        HttpResponse<String> answer = desk.post("/records/new", "/records/new", wrong);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("href=\"#apprehension-at\""));
        assertTrue(answer.body().contains("href=\"#basis-kind\""));
        assertTrue(answer.body().contains("value=\"25:70\""));
        assertTrue(answer.body().contains("value=\"Тестовий\""));
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("finds nothing by a date that is none, and says which")
    void findsNothingByAWrongDate() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        assertTrue(desk.get("/records?from=24.11.2026").body().contains(path));
        HttpResponse<String> answer = desk.get("/records?from=31.02.2026&to=x");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("href=\"#from\"") && answer.body().contains("href=\"#to\""), answer.body());
        assertTrue(answer.body().contains("value=\"31.02.2026\""));
        assertFalse(answer.body().contains(path));
    }

    @Test
    @DisplayName("finds nothing by a state that is none or a name that is too long, and says so")
    void findsNothingByAFilterThatIsNone() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        assertTrue(desk.get("/records?state=in-custody").body().contains(path));
        for (String filter : new String[] {"state=asleep", "q=" + "x".repeat(201)}) {
            HttpResponse<String> answer = desk.get("/records?" + filter);
            assertEquals(422, answer.statusCode(), filter);
            String field = filter.substring(0, filter.indexOf('='));
            assertTrue(answer.body().contains("href=\"#" + field + "\""), answer.body());
            assertFalse(answer.body().contains(path), filter);
        }
    }

    @Test
    @DisplayName("cannot create anything twice by a double click")
    void cannotCreateTwice() {
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> form = desk.filled("/records/new", BOOKING);
        HttpResponse<String> first = desk.post("/records/new", form);
        int after = records.events();
        HttpResponse<String> second = desk.post("/records/new", form);
        assertEquals(Desk.location(first), Desk.location(second));
        assertEquals(after, records.events());
    }

    @Test
    @DisplayName("shows what others wrote meanwhile and keeps what was typed")
    void showsWhatOthersWroteMeanwhile() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        Map<String, String> mine = desk.filled(
                path + "/events/new/check-made",
                Map.of("occurredAt.date", "24.11.2026", "occurredAt.time", "11:59", "fields.seen", "сидить на ліжку"));
        desk.post(
                path + "/events/new/meal",
                path + "/events/new/meal",
                Map.of("occurredAt.date", "24.11.2026", "occurredAt.time", "11:58", "fields.service", "lunch"));
        HttpResponse<String> answer = desk.post(path + "/events/new/check-made", mine);
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("Харчування"));
        assertTrue(answer.body().contains("сидить на ліжку"));
        Map<String, String> again = new HashMap<>(mine);
        again.put("version", answer.body().replaceFirst("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1"));
        assertEquals(303, desk.post(path + "/events/new/check-made", again).statusCode());
    }

    @Test
    @DisplayName("shows what a correction would change, then puts it beside the original")
    void putsACorrectionBesideTheOriginal() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        String form = path + "/events/1/correct";
        Map<String, String> typed = new HashMap<>(Map.of(
                "reason", "описка в номері будинку",
                "occurredAt.date", "24.11.2026",
                "occurredAt.time", "09:15",
                "fields.person.surname", "Тестовий",
                "fields.person.givenName", "Петро",
                "fields.place", "вул. Уявна, 33",
                "fields.by", "1000002",
                "fields.basis", "cpc-208"));
        Map<String, String> filled = desk.filled(form, typed);
        HttpResponse<String> review = desk.post(form, filled);
        assertEquals(200, review.statusCode());
        assertTrue(review.body().contains("<del>вул. Уявна, 3</del>"), review.body());
        filled.put("confirm", shown(review));
        Map<String, String> unseen = new HashMap<>(filled);
        unseen.put("fields.place", "вул. Уявна, 333");
        HttpResponse<String> again = desk.post(form, unseen);
        assertEquals(200, again.statusCode(), "what was not shown is shown, not added");
        assertTrue(again.body().contains("<ins>вул. Уявна, 333</ins>"), again.body());
        assertEquals(303, desk.post(form, filled).statusCode());
        String page = desk.get(path).body();
        assertTrue(page.contains("описка в номері будинку"));
        assertTrue(page.contains("вул. Уявна, 33"));
        assertFalse(page.contains("вул. Уявна, 333"));
    }

    /** What the button stands for that adds a correction as it was shown. */
    static String shown(HttpResponse<String> review) {
        return review.body().replaceFirst("(?s).*name=\"confirm\" value=\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    @DisplayName("refuses an event before the apprehension in a sentence, and keeps what was typed")
    void refusesInASentence() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        HttpResponse<String> answer = desk.post(
                path + "/events/new/meal",
                path + "/events/new/meal",
                Map.of("occurredAt.date", "24.11.2026", "occurredAt.time", "05:00", "fields.diet", "без солі"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("під контролем лише з 24.11.2026, 09:15"));
        assertTrue(answer.body().contains("href=\"#occurredAt\""), "it leads to the time");
        assertTrue(answer.body().contains("без солі"));
    }

    @Test
    @DisplayName("has a form for every kind that its officer may add")
    void hasAFormForEveryKind() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        String kinds = desk.get(path + "/events/new").body();
        java.util.regex.Matcher links = java.util.regex.Pattern.compile("href=\"(" + path + "/events/new/[a-z-]+)\"")
                .matcher(kinds);
        int seen = 0;
        while (links.find()) {
            HttpResponse<String> form = desk.get(links.group(1));
            assertEquals(200, form.statusCode(), links.group(1));
            assertFalse(form.body().contains("field."), links.group(1));
            seen++;
        }
        assertTrue(seen > 60, "only " + seen);
    }

    @Test
    @DisplayName("cannot show a record to an investigator")
    void cannotShowARecordToAnInvestigator() {
        String path = book(Desk.of(port, "1000001"));
        HttpResponse<String> answer = Desk.of(port, "1000004").get(path);
        assertEquals(403, answer.statusCode());
        assertFalse(answer.body().contains("Тестовий"));
    }

    @Test
    @DisplayName("shows only the outline of medical events to whoever may not read them")
    void showsOnlyTheOutline() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        HttpResponse<String> added = Desk.of(port, "1000003")
                .post(
                        path + "/events/new/examined",
                        path + "/events/new/examined",
                        Map.of(
                                "occurredAt.date", "24.11.2026",
                                "occurredAt.time", "11:50",
                                "fields.personSays", "болить плече"));
        assertEquals(303, added.statusCode(), added.body());
        assertTrue(desk.get(path).body().contains("болить плече"));
        assertFalse(Desk.of(port, "1000010").get(path).body().contains("болить плече"));
    }

    @Test
    @DisplayName("speaks English when asked, and remembers")
    void speaksEnglish() {
        Desk desk = Desk.of(port, "1000001");
        desk.post("/", "/language", Map.of("to", "en", "back", "/help"));
        assertTrue(desk.get("/").body().contains("<html lang=\"en\""));
        assertTrue(desk.get("/").body().contains("Whiteboard"));
    }

    @Test
    @DisplayName("cannot be led elsewhere by the language switch")
    void cannotBeLedElsewhere() {
        Desk desk = new Desk(port);
        assertEquals("/", Desk.location(desk.post("/help", "/language", Map.of("to", "en", "back", "//elsewhere"))));
    }

    @Test
    @DisplayName("signs out after 15 minutes without a touch, live updates or not")
    void signsOutWhenIdle() {
        Desk desk = Desk.of(port, "1000001");
        clock.pass(Duration.ofMinutes(10));
        assertEquals(200, desk.get("/live/whiteboard").statusCode());
        clock.pass(Duration.ofMinutes(6));
        assertEquals("/sign-in", Desk.location(desk.get("/live/whiteboard")));
    }

    @Test
    @DisplayName("ends an officer's sessions everywhere when the password is set anew, and nobody else's")
    void endsSessionsWithANewPassword() {
        Desk stolen = Desk.of(port, "1000001");
        Desk other = Desk.of(port, "1000008");
        Desk administrator = Desk.of(port, "1000009");
        clock.pass(Duration.ofSeconds(1));
        String credentials = "/admin/officers/1000001";
        assertEquals(
                200,
                administrator
                        .post(credentials, credentials + "/password", Map.of("password", House.PASSWORD))
                        .statusCode());
        assertEquals("/sign-in", Desk.location(stolen.get("/")));
        assertEquals(200, other.get("/").statusCode());
        assertEquals(200, Desk.of(port, "1000001").get("/").statusCode());
    }

    @Test
    @DisplayName("writes down who set whose password, made whose token, revoked whose tokens")
    void writesDownWhoLetsWhomIn() {
        Desk administrator = Desk.of(port, "1000009");
        String officer = "/admin/officers/1000003";
        int before = accounts.changes().size();
        administrator.post(officer, officer + "/password", Map.of("password", House.PASSWORD));
        administrator.post(officer, officer + "/token", Map.of());
        administrator.post(officer, officer + "/revoke", Map.of());
        Accounts.By by = new Accounts.Signed(new Badge("1000009"));
        assertEquals(
                Stream.of(CredentialChange.Kind.values())
                        .map(kind -> new CredentialChange(kind, new Badge("1000003"), by))
                        .toList(),
                accounts.changes().subList(before, accounts.changes().size()));
    }

    @Test
    @DisplayName("lets a head change only those who serve custody here, and make nobody else")
    void letsAHeadChangeOnlyHisOwn() {
        Desk head = Desk.of(port, "1000005");
        int before = accounts.changes().size();
        for (String badge : List.of("1000004", "1000005", "1000006", "1000007", "1000008", "1000009", "1000012")) {
            String officer = "/admin/officers/" + badge;
            assertEquals(403, head.get(officer).statusCode(), badge);
            for (String what : List.of("", "/password", "/token", "/revoke")) {
                assertEquals(
                        403,
                        head.post("/admin/officers/1000001", officer + what, Map.of("password", House.PASSWORD))
                                .statusCode(),
                        badge + what);
            }
            assertFalse(head.get("/admin").body().contains("href=\"" + officer + "\""), badge);
        }
        assertEquals(before, accounts.changes().size());
        assertTrue(head.get("/admin").body().contains("href=\"/admin/officers/1000001\""));
        Map<String, String> prosecutor =
                Map.of("badge", "9000009", "name", "Вигаданий Прокурор", "category", "prosecutor", "active", "true");
        HttpResponse<String> refused = head.post("/admin/officers/new", "/admin/officers/new", prosecutor);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("призначає адміністратор"));
        Map<String, String> risen = Map.of("name", "Мельник Оксана", "category", "administrator", "active", "true");
        assertEquals(
                422,
                head.post("/admin/officers/1000003", "/admin/officers/1000003", risen)
                        .statusCode());
    }

    @Test
    @DisplayName("keeps an officer of another facility where he serves when something else of him is changed")
    void keepsAnOfficerWhereHeServes() {
        FacilityCode elsewhere = new FacilityCode("UA26-0099");
        officers.put(
                new Officer(new Badge("9000077"), "Приїжджий Лікар", "", "", elsewhere, Officer.Category.MEDIC, false));
        String path = "/admin/officers/9000077";
        Map<String, String> typed = Map.of("name", "Приїжджий Лікар", "rank", "лікар", "category", "medic");
        assertEquals(403, Desk.of(port, "1000005").get(path).statusCode(), "another facility's");
        assertEquals(303, Desk.of(port, "1000009").post(path, path, typed).statusCode());
        Officer after = officers.find(new Badge("9000077")).orElseThrow();
        assertEquals(elsewhere, after.facility());
        assertEquals("лікар", after.rank());
    }

    @Test
    @DisplayName("lets everybody change the own password by the old one, which ends all the own sessions")
    void letsEverybodyChangeTheOwnPassword() {
        Desk desk = Desk.of(port, "1000010");
        Desk other = Desk.of(port, "1000010");
        assertTrue(desk.get("/").body().contains("href=\"/my-password\""), "the header leads there");
        Map<String, String> typed =
                Map.of("old", House.PASSWORD, "fresh", "a longer pass phrase", "again", "a longer pass phrase");
        assertEquals(422, my(desk, typed, "fresh", "short").statusCode());
        assertEquals(422, my(desk, typed, "again", "another pass phrase").statusCode());
        assertEquals(422, my(desk, typed, "old", "").statusCode());
        HttpResponse<String> wrong = my(desk, typed, "old", "not the password");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("Теперішній пароль неправильний"));
        assertEquals(1, accounts.find(new Badge("1000010")).orElseThrow().failures(), "it counts as a try");
        assertEquals("/sign-in?changed=1", Desk.location(my(desk, typed, "old", House.PASSWORD)));
        assertEquals("/sign-in", Desk.location(other.get("/")));
        assertTrue(desk.get("/sign-in?changed=1").body().contains("Пароль змінено"));
        assertEquals(422, desk.signIn("1000010", House.PASSWORD).statusCode());
        assertEquals(303, desk.signIn("1000010", "a longer pass phrase").statusCode());
        Badge own = new Badge("1000010");
        assertEquals(
                new CredentialChange(CredentialChange.Kind.PASSWORD_SET, own, new Accounts.Signed(own)),
                accounts.changes().getLast());
        desk.post("/", "/language", Map.of("to", "en", "back", "/my-password"));
        assertTrue(desk.get("/my-password").body().contains("Change the password"));
        accounts.password(own, passwords.hash(House.PASSWORD));
    }

    @Test
    @DisplayName("makes whoever guesses the old password wait as at the sign-in")
    void makesGuessersOfTheOldPasswordWait() {
        Desk desk = Desk.of(port, "1000002");
        Map<String, String> typed =
                Map.of("old", "a guess", "fresh", "a longer pass phrase", "again", "a longer pass phrase");
        for (int tries = 0; tries < 3; tries++) {
            assertEquals(422, my(desk, typed, "old", "guess " + tries).statusCode());
        }
        HttpResponse<String> answer = my(desk, typed, "old", House.PASSWORD);
        assertEquals(429, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, new Desk(port).signIn("1000002", House.PASSWORD).statusCode());
    }

    private static HttpResponse<String> my(Desk desk, Map<String, String> typed, String name, String value) {
        Map<String, String> changed = new HashMap<>(typed);
        changed.put(name, value);
        return desk.post("/my-password", "/my-password", changed);
    }

    @Test
    @DisplayName("makes whoever guesses wait longer and longer, and never for ever")
    void makesGuessersWait() {
        Desk desk = new Desk(port);
        for (int tries = 0; tries < 3; tries++) {
            assertEquals(422, desk.signIn("1000008", "wrong password").statusCode());
        }
        HttpResponse<String> answer = desk.signIn("1000008", House.PASSWORD);
        assertEquals(429, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, desk.signIn("1000008", House.PASSWORD).statusCode());
    }

    /** Else the wait would tell which badges exist. */
    @Test
    @DisplayName("makes whoever guesses wait as long for a badge that nobody has")
    void answersBadgesThatNobodyHasLikeOthers() {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int tries = 0; tries < 12; tries++) {
            known.add(guessed("1000009", "guess " + tries));
            unknown.add(guessed("7654321", "guess " + tries));
            clock.pass(Duration.ofSeconds(tries % 3));
        }
        assertEquals(known, unknown);
        assertTrue(unknown.contains("429 2"), unknown.toString());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, new Desk(port).signIn("1000009", House.PASSWORD).statusCode());
    }

    private String guessed(String badge, String password) {
        HttpResponse<String> answer = new Desk(port).signIn(badge, password);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Retry-After").orElse("at once");
    }

    @Test
    @DisplayName("counts guesses that come at the same instant before it judges any")
    void countsGuessesBeforeItJudgesThem() throws Exception {
        List<Desk> desks = Stream.generate(() -> new Desk(port)).limit(12).toList();
        List<Integer> answers;
        try (var guessing = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = guessing
                    .invokeAll(desks.stream()
                            .map(desk -> (Callable<Integer>)
                                    () -> desk.signIn("1000007", "a guess").statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertEquals(
                3, answers.stream().filter(status -> status == 422).count(), "judged without a wait, of " + answers);
        assertEquals(9, answers.stream().filter(status -> status == 429).count(), answers.toString());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, desks.getFirst().signIn("1000007", House.PASSWORD).statusCode());
    }

    @Test
    @DisplayName("says to try again, and keeps the badge, while too many sign in at once; no try is counted")
    void saysThatTooManySignIn() throws Exception {
        Desk desk = new Desk(port);
        Turns.allTaken(passwords, () -> {
            for (int tries = 0; tries < 4; tries++) {
                HttpResponse<String> answer = desk.signIn("1000007", House.PASSWORD);
                assertEquals(429, answer.statusCode());
                assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
                assertTrue(answer.body().contains("value=\"1000007\""), "what was typed is kept");
                assertTrue(answer.body().contains("Зараз входить забагато людей"));
            }
            desk.post("/sign-in", "/language", Map.of("to", "en", "back", "/sign-in"));
            assertTrue(desk.signIn("1000007", House.PASSWORD).body().contains("Too many people are signing in"));
            assertEquals(0, accounts.find(new Badge("1000007")).orElseThrow().failures());
        });
        assertEquals(303, desk.signIn("1000007", House.PASSWORD).statusCode());
    }

    @Test
    @DisplayName("cannot take a form without its token")
    void cannotTakeAForgedForm() {
        Desk desk = Desk.of(port, "1000001");
        int before = records.events();
        assertEquals(403, desk.post("/records/new", BOOKING).statusCode());
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("shows markup that was typed as text")
    void showsMarkupAsText() {
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> evil = new HashMap<>(BOOKING);
        evil.put("person.surname", "<script>alert(1)</script>");
        String path =
                Desk.location(desk.post("/records/new", "/records/new", evil)).replaceFirst("\\?.*", "");
        assertFalse(desk.get(path).body().contains("<script>alert"));
        assertFalse(desk.get("/").body().contains("<script>alert"));
    }

    @Test
    @DisplayName("says so when the database is gone, and keeps standing")
    void saysSoWhenTheDatabaseIsGone() {
        Desk desk = Desk.of(port, "1000001");
        records.gone(true);
        HttpResponse<String> answer = desk.get("/");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("База даних недоступна"));
        assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
        records.gone(false);
        assertEquals(200, desk.get("/").statusCode());
    }

    @Test
    @DisplayName("refuses to appoint an investigator custody officer, with the article")
    void refusesToAppointAnInvestigator() {
        HttpResponse<String> answer = Desk.of(port, "1000009")
                .post(
                        "/admin/officers/1000004",
                        "/admin/officers/1000004",
                        Map.of("name", "Ткаченко Андрій Львович", "category", "custody-officer", "active", "true"));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("212"));
    }

    @Test
    @DisplayName("shows who looked at a record")
    void showsWhoLooked() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        Desk.of(port, "1000006").get(path);
        assertTrue(desk.get(path + "/readings").body().contains("Лисенко Марія Степанівна"));
    }

    @Test
    @DisplayName("shows who looked first, whatever an open page fetched by itself since, and counts all")
    void showsWhoLookedFirst() {
        Desk desk = Desk.of(port, "1000001");
        String path = book(desk);
        Desk.of(port, "1000006").get(path);
        for (int refreshed = 0; refreshed < 210; refreshed++) {
            desk.get("/live" + path);
        }
        String newest = desk.get(path + "/readings").body();
        assertTrue(newest.contains("(разів: 199)"), newest);
        assertFalse(newest.contains("Лисенко"));
        assertTrue(newest.contains("відкрита сторінка запису"));
        String oldest = desk.get(path + "/readings?upTo=13").body();
        assertTrue(oldest.contains("Лисенко"));
        assertTrue(newest.contains("rel=\"next\"") && oldest.contains("rel=\"prev\""), oldest);
        assertTrue(oldest.contains("Усього: 213"), oldest);
        desk.post("/", "/language", Map.of("to", "en", "back", "/"));
        assertTrue(desk.get(path + "/readings").body().contains("(times: 19"));
        assertEquals(200, desk.get(path + "/readings?upTo=never").statusCode());
    }

    @Test
    @DisplayName("prints a receipt with its QR code")
    void printsAReceipt() {
        Desk desk = Desk.of(port, "1000001");
        HttpResponse<String> receipt = desk.get(book(desk) + "/receipts/1");
        assertEquals(200, receipt.statusCode());
        assertTrue(receipt.body().contains("receipt__qr"));
        assertEquals(404, desk.get(book(desk) + "/receipts/99").statusCode());
    }

    @Test
    @DisplayName("sends no inline style or script, and a policy that forbids them")
    void sendsNothingInline() {
        Desk desk = Desk.of(port, "1000001");
        for (String page : new String[] {"/", "/records/new", "/records", "/help", book(desk)}) {
            HttpResponse<String> answer = desk.get(page);
            assertFalse(answer.body().contains(" style="), page);
            assertFalse(answer.body().contains("<script>"), page);
            assertFalse(answer.body().matches("(?s).*\\son[a-z]+=\".*"), page);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
        }
    }
}
