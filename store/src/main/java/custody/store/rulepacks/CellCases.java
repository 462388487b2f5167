package custody.store.rulepacks;

import custody.record.events.RoomCode;
import custody.record.places.Room;
import custody.record.places.Separation.Concern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Cases of a rule that is kept when a cell is allocated: which cell, who is in it, who is to come, and what is answered. */
public record CellCases(String name, String provision, String rule, List<String> zeros, List<Sought> cases)
        implements Cases {
    /** What stands for the cell of a case in its events. */
    public static final RoomCode CELL = new RoomCode("CELL");

    /** When somebody who is there was put into the cell, counted from T0. */
    private static final String ALLOCATED = "20m";

    /** What is answered to an allocation without a reason. */
    public enum Answer {
        ALLOWED,
        NEEDS_REASON,
        REFUSED
    }

    /**
     * One case.
     *
     * @param line where it begins in its file
     * @param norm least floor area a person, in hundredths of a square metre
     * @param person what happened to the one who is to come
     * @param there the same of each who was put into the cell
     * @param at when the cell is asked for
     * @param concerns all that stands against it, the gravest first
     */
    public record Sought(
            int line,
            String name,
            Room room,
            int norm,
            List<Map<String, Object>> person,
            List<List<Map<String, Object>>> there,
            String at,
            Answer answer,
            List<Concern> concerns) {}

    /** What happened to somebody who was put into a cell twenty minutes after T0; the rest goes on from there. */
    public static List<Map<String, Object>> allocated(
            List<Map<String, Object>> person, RoomCode cell, Offsets offsets) {
        Map<String, Object> allocation = new LinkedHashMap<>();
        allocation.put("cell-allocated", Map.of("cell", cell.code(), "separationReason", "окремо перевірено"));
        allocation.put("at", ALLOCATED);
        List<Map<String, Object>> all = new ArrayList<>(person);
        int place = (int) person.stream()
                .filter(event -> !offsets.at(String.valueOf(event.get("at"))).isAfter(offsets.at(ALLOCATED)))
                .count();
        all.add(place, allocation);
        return all;
    }

    static CellCases read(Source source) {
        CaseEvents events = CaseEvents.of(source);
        Map<String, List<Map<String, Object>>> people = new LinkedHashMap<>();
        Block.of(source.block().need("people"))
                .all()
                .forEach((name, written) -> people.put(name, events.read(written, List.of())));
        Node norm = source.block().need("norm");
        List<Sought> cases = new ArrayList<>();
        for (Block block : source.cases()) {
            cases.add(sought(block, events, people, norm));
            block.done();
        }
        return new CellCases(source.name(), source.provision(), source.rule().id(), events.zeros(), List.copyOf(cases));
    }

    private static Sought sought(
            Block block, CaseEvents events, Map<String, List<Map<String, Object>>> people, Node usual) {
        Node norm = block.find("norm");
        Node there = block.find("there");
        Node at = block.find("at");
        List<Node> expect = Block.items(block.need("expect"));
        if (expect.isEmpty()) {
            throw Block.at(block.need("expect"), "expected an answer");
        }
        if (at != null) {
            events.time(at, Block.text(at));
        }
        return new Sought(
                Block.line(block.node()),
                block.needText("name"),
                room(Block.of(block.need("cell"))),
                hundredths(norm == null ? usual : norm),
                person(people, block.need("person")),
                there == null ? List.of() : Block.list(there, one -> person(people, one)),
                at == null ? "1h" : Block.text(at),
                Words.choice(Answer.class, expect.getFirst(), "answer"),
                expect.stream()
                        .skip(1)
                        .map(concern -> Words.choice(Concern.class, concern, "concern"))
                        .toList());
    }

    private static List<Map<String, Object>> person(Map<String, List<Map<String, Object>>> people, Node name) {
        List<Map<String, Object>> person = people.get(Block.text(name));
        if (person == null) {
            throw Block.at(name, "nobody among the people is called " + Block.text(name));
        }
        return person;
    }

    private static Room room(Block block) {
        Node designation = block.find("for");
        Room room = new Room(
                CELL,
                "Камера",
                Room.Kind.CELL,
                Room.Privacy.MASKED,
                true,
                hundredths(block.need("area")),
                block.number("places", 0),
                designation == null
                        ? Room.Designation.ANYONE
                        : Words.choice(Room.Designation.class, designation, "designation"),
                reason(block.find("out-of-use")));
        block.done();
        return room;
    }

    private static @Nullable String reason(@Nullable Node node) {
        return node == null ? null : Block.text(node);
    }

    /** {@code 8.00} square metres in hundredths. */
    private static int hundredths(Node node) {
        return Block.parsed(node, "square metres such as 8.00", text -> {
            try {
                return new BigDecimal(text).movePointRight(2).intValueExact();
            } catch (ArithmeticException finer) {
                throw new IllegalArgumentException(finer);
            }
        });
    }
}
