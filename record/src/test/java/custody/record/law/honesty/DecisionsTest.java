package custody.record.law.honesty;

import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.detention.Story;
import custody.record.events.Basis;
import custody.record.events.CustodyFact.BasisAdded;
import custody.record.events.CustodyFact.BasisChanged;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.CustodyFact.CourtDecision;
import custody.record.events.CustodyFact.CourtDecision.Ruling;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A basis that a court gives")
class DecisionsTest {
    private static final Instant SETTLED = minutes(135);
    private final Story story = Story.delivered();

    @Test
    @DisplayName("is asked about once a quarter of an hour has passed and no decision of a court is written")
    void isAskedAbout() {
        EventId changed = story.add(new BasisChanged(Basis.CONVICTED, null, null, null, null), minutes(120));
        assertEquals(List.of(), asked(SETTLED.minusMillis(1)));
        assertEquals(List.of(List.of(changed)), asked(SETTLED));
        assertEquals(
                List.of(SETTLED), Decisions.deadlines(story.record().standing()).toList());
    }

    @Test
    @DisplayName("is asked about beside another basis too, and where a correction of the booking put it in")
    void isAskedAboutHoweverItCame() {
        EventId added = story.add(new BasisAdded(Basis.ADMINISTRATIVE_ARREST, null, null, null), minutes(120));
        EventId booked = story.record().events().getFirst().id();
        LinkedHashMap<String, Value> basis = new LinkedHashMap<>(Map.of("basis", new Value.Text("remand")));
        story.add(Correction.rewording(booked, "помилка", basis), minutes(125));
        assertEquals(List.of(List.of(booked), List.of(added)), asked(SETTLED));
    }

    @Test
    @DisplayName("is not asked about beside a decision, nor is a basis that needs none")
    void isNotAskedAboutBesideADecision() {
        story.add(new BasisChanged(Basis.MARTIAL_LAW, null, null, null, null), minutes(110));
        assertEquals(List.of(), asked(SETTLED));
        story.add(new BasisChanged(Basis.REMAND, null, null, null, null), minutes(120));
        story.add(new CourtDecision(Ruling.REMAND, null, null), minutes(121));
        assertEquals(List.of(), asked(SETTLED));
    }

    private List<List<EventId>> asked(Instant now) {
        List<FlagRaised> flags = new ArrayList<>();
        List<Event> standing = story.record().standing();
        Decisions.missing(standing, story.record().events(), now, flags::add);
        return flags.stream().map(FlagRaised::about).toList();
    }
}
