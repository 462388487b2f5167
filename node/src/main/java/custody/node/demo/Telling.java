package custody.node.demo;

import static custody.node.demo.DemoOfficers.APPREHENDING;
import static custody.node.demo.DemoOfficers.CUSTODY;

import custody.record.detention.Booking;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells one story from the apprehension to the closed record, chapter by chapter (DOMAIN: the way through). */
final class Telling {
    private final Story story;
    private final Sheet scenes;
    private final Slots slots;
    private final Script script;

    Telling(Story story, Sheet scenes) {
        this.story = story;
        this.scenes = scenes;
        this.slots = Particulars.of(story);
        this.script = new Script(story, slots);
    }

    List<Step> steps() {
        Instant busy = story.when.housed().plus(Duration.ofMinutes(8));
        story.diary.take(story.when.apprehended(), busy);
        if (story.plot.with("visitor-only")) {
            scene("visitor");
            script.tell(story.plot.lines(), story.when);
        } else {
            arrival();
            script.tell(story.plot.lines(), story.when);
            new Encounters(story, slots, this).tell();
            new Days(story, this).tell();
            new Checks(story).tell();
            scene("leaving");
        }
        ending();
        return story.steps(booking(), opener(), opened());
    }

    private void arrival() {
        if (!story.plot.with("desk")) {
            scene("scene");
        }
        for (String heading : List.of("arrival", "notices", "screening", "housing")) {
            scene(heading);
        }
        boolean care = story.plot.basis().equals("police-care");
        if (!care) {
            scene("belongings");
            new Belongings(story).taken();
        }
        if (!story.plot.with("no-medic")) {
            scene("medical");
        }
        if (story.plot.investigated() || care || story.plot.basis().equals("administrative")) {
            scene("protocol");
        }
    }

    private void ending() {
        if (!story.plot.basis().equals("police-care") && !story.plot.with("visitor-only")) {
            new Belongings(story).given(story.plot.word("ending").startsWith("transfer"));
        }
        scene(story.plot.word("ending").startsWith("transfer") ? "transferred" : "released");
        scene("closing");
    }

    /** Tells a scene that hangs on the story's own times. */
    void scene(String heading) {
        script.tell(scenes.list(heading), story.when);
    }

    /** Tells a scene that begins then. */
    void scene(String heading, Instant start) {
        script.tell(scenes.list(heading), story.when.sceneAt(start));
    }

    private Badge opener() {
        return story.plot.with("desk") ? CUSTODY : APPREHENDING;
    }

    private Instant opened() {
        return story.plot.with("desk")
                ? story.after(arrived(), 0.8, 2)
                : story.after(story.when.apprehended(), 1.4, 2.2);
    }

    private Instant arrived() {
        return story.when.apprehended().plus(Duration.ofMinutes(Long.parseLong(story.plot.word("road"))));
    }

    private Booking booking() {
        Map<String, Value> fields = Persons.fields(story.person.atFirst());
        for (String name : List.of("place", "basis", "offence", "aggravation", "regime")) {
            story.plot.find(name).ifPresent(text -> fields.put(name, new Value.Text(text)));
        }
        story.plot.find("fixed").ifPresent(text -> fields.put("howFixed", new Value.Text(text)));
        fields.put("by", new Value.Texts(List.of(APPREHENDING.number())));
        return new Booking(
                (Apprehended) Facts.of("apprehended", fields),
                story.when.apprehended(),
                story.plot.with("desk") ? arrived() : null,
                story.plot.with("desk") ? List.of(APPREHENDING) : List.of());
    }
}
