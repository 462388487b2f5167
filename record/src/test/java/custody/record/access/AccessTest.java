package custody.record.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.access.Action.Adding;
import custody.record.access.Action.Correcting;
import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Wire;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Appointment;
import custody.record.places.Officer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Access")
class AccessTest {
    private static final String PAGE = "design/access.md";

    /** What each letter of the page means, written apart from the program. */
    private static final Map<String, Predicate<Relation>> LETTERS = Map.of(
            "A", _ -> true,
            "R", Relation::ownRegion,
            "F", Relation::ownFacility,
            "D", relation -> relation.ownDetainee() && !relation.handedOver(),
            "d", Relation::ownDetainee,
            "I", Relation::ownCase,
            "C", Relation::ownClient,
            "O", Relation::ownRecord,
            "", _ -> false,
            "–", _ -> false);

    @Test
    @DisplayName("has a page that shows the table the program keeps")
    void hasItsPage() {
        String table = AccessTable.markdown();
        assertTrue(Pages.read(PAGE).contains(table), () -> "docs/" + PAGE + " should hold\n" + table);
    }

    @Test
    @DisplayName("answers as its page says, for every role, every action and every relation")
    void answersAsItsPageSays() {
        Map<String, List<String>> page = cells(Pages.read(PAGE));
        int asked = 0;
        for (Action action : actions()) {
            List<String> row = page.getOrDefault(name(action), List.of());
            assertEquals(Role.values().length, row.size(), () -> "row of " + name(action));
            for (Role role : Role.values()) {
                String letter = letter(row.get(List.of(Role.values()).indexOf(role)), action);
                for (Relation relation : relations(false)) {
                    boolean expected = LETTERS.getOrDefault(letter, _ -> false).test(relation);
                    assertEquals(
                            expected,
                            Access.decide(role, action, relation).permitted(),
                            () -> role + " " + action + " " + relation);
                    asked++;
                }
            }
        }
        assertTrue(asked > 100_000, "asked only " + asked);
    }

    @Test
    @DisplayName("cannot be had by a stranger, beyond what is anybody's on this node")
    void cannotBeHadByAStranger() {
        for (Role role : List.of(Role.PUBLIC, Role.DETAINEE, Role.ADVOCATE, Role.INVESTIGATION)) {
            for (Action action : actions()) {
                assertEquals(
                        action == General.READ_LEDGER,
                        Access.decide(role, action, Relation.STRANGER).permitted(),
                        () -> role + " " + action);
            }
        }
    }

    @Test
    @DisplayName("cannot let an administrator near any content")
    void cannotLetAnAdministratorNearContent() {
        List<Action> technical = List.of(
                General.READ_LEDGER,
                General.READ_TECHNICAL_STATE,
                General.ADMINISTER_OFFICERS,
                General.ADMINISTER_FACILITIES,
                General.DECLARE_MARTIAL_LAW);
        for (Action action : actions()) {
            for (Relation relation : relations(false)) {
                assertEquals(
                        technical.contains(action),
                        Access.decide(Role.ADMINISTRATOR, action, relation).permitted(),
                        action::toString);
            }
        }
    }

    @Test
    @DisplayName("cannot let oversight or investigators write")
    void cannotLetOversightWrite() {
        for (Role role : List.of(
                Role.HUMAN_RIGHTS_REGION,
                Role.HUMAN_RIGHTS_DEPARTMENT,
                Role.PROSECUTOR,
                Role.OMBUDSMAN,
                Role.INVESTIGATION,
                Role.PUBLIC)) {
            for (EventKind kind : Catalogue.kinds()) {
                for (Relation relation : relations(false)) {
                    assertEquals(
                            false,
                            Access.decide(role, new Adding(kind), relation).permitted());
                    assertEquals(
                            false,
                            Access.decide(role, new Correcting(kind), relation).permitted());
                }
            }
        }
    }

    @Test
    @DisplayName("takes corrections and footage from staff named in a complaint, and leaves them the care")
    void takesCorrectionsFromTheNamed() {
        Relation named = new Relation(true, true, true, false, true, true, true, true);
        EventKind meal = kind("meal");
        assertEquals(
                new Access.Denied(Denial.NAMED_IN_COMPLAINT),
                Access.decide(Role.CUSTODY_OFFICER, new Correcting(meal), named));
        assertEquals(
                new Access.Denied(Denial.NAMED_IN_COMPLAINT),
                Access.decide(Role.CUSTODY_OFFICER, General.VIEW_FOOTAGE, named));
        assertEquals(
                new Access.Denied(Denial.NAMED_IN_COMPLAINT),
                Access.decide(Role.CUSTODY_OFFICER, new Adding(kind("violation-reported")), named));
        for (Action alarm : List.of(General.ACKNOWLEDGE_ALERTS, new Adding(kind("flag-answered")))) {
            assertEquals(
                    new Access.Denied(Denial.NAMED_IN_COMPLAINT), Access.decide(Role.HEAD_OF_FACILITY, alarm, named));
        }
        assertTrue(Access.decide(Role.CUSTODY_OFFICER, new Adding(meal), named).permitted());
        assertTrue(Access.decide(Role.CUSTODY_OFFICER, new Adding(kind("medic-called")), named)
                .permitted());
        assertTrue(Access.decide(Role.PROSECUTOR, General.VIEW_FOOTAGE, named).permitted());
    }

    @Test
    @DisplayName("never gives the named more than the others")
    void neverGivesTheNamedMore() {
        for (Role role : Role.values()) {
            for (Action action : actions()) {
                for (Relation relation : relations(true)) {
                    boolean unnamed = LETTERS.getOrDefault(
                                    Grants.of(action).of(role).letter(), _ -> false)
                            .test(relation);
                    boolean permitted = Access.decide(role, action, relation).permitted();
                    assertTrue(unnamed || !permitted, () -> role + " " + action + " " + relation);
                }
            }
        }
    }

    @Test
    @DisplayName("ends with the account")
    void endsWithTheAccount() {
        Officer officer = officer(Officer.Category.CUSTODY_OFFICER, true);
        Officer former = officer(Officer.Category.CUSTODY_OFFICER, false);
        Relation own = Relation.to(officer.facility(), officer, FacilityCode::equals);
        assertTrue(Access.decide(officer, General.OPEN_RECORD, own).permitted());
        assertEquals(new Access.Denied(Denial.INACTIVE), Access.decide(former, General.OPEN_RECORD, own));
    }

    @Test
    @DisplayName("gives each category one role, and the five of КПК 212(2) the same one")
    void givesEachCategoryARole() {
        for (Officer.Category category : Officer.Category.values()) {
            boolean investigates = Appointment.asCustodyOfficer(category) instanceof Appointment.Refused;
            assertEquals(investigates, Role.of(category) == Role.INVESTIGATION, category::toString);
        }
    }

    static Officer officer(Officer.Category category, boolean active) {
        FacilityCode facility = new FacilityCode("UA26-0007");
        return new Officer(new Badge("1000001"), "Ірина Коваль", "", "", facility, category, active);
    }

    static EventKind kind(String name) {
        return Catalogue.kind(name).orElseThrow();
    }

    static List<Action> actions() {
        List<Action> actions = new ArrayList<>(List.of(General.values()));
        Catalogue.kinds().forEach(kind -> {
            actions.add(new Adding(kind));
            actions.add(new Correcting(kind));
        });
        return actions;
    }

    static List<Relation> relations(boolean named) {
        List<Relation> relations = new ArrayList<>();
        for (int bits = 0; bits < 128; bits++) {
            relations.add(new Relation(
                    (bits & 1) != 0,
                    (bits & 2) != 0,
                    (bits & 4) != 0,
                    (bits & 8) != 0,
                    (bits & 16) != 0,
                    (bits & 32) != 0,
                    (bits & 64) != 0,
                    named));
        }
        return relations;
    }

    private static String name(Action action) {
        return switch (action) {
            case General general -> Wire.name(general);
            case Adding(EventKind kind) -> kind.name();
            case Correcting(EventKind kind) -> kind.name();
        };
    }

    /** A cell of the kinds' table is one letter, or two where correcting differs from adding. */
    private static String letter(String cell, Action action) {
        String[] pair = cell.split("/", -1);
        return action instanceof Correcting && pair.length == 2 ? pair[1] : pair[0];
    }

    private static Map<String, List<String>> cells(String page) {
        Map<String, List<String>> rows = new HashMap<>();
        page.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            List<String> cells = List.of(line.split("\\|", -1));
            String name = cells.get(1).strip().replace("`", "");
            List<String> previous = rows.put(
                    name,
                    cells.subList(2, cells.size() - 1).stream()
                            .map(String::strip)
                            .toList());
            assertEquals(Optional.empty(), Optional.ofNullable(previous), () -> "two rows for " + name);
        });
        return rows;
    }
}
