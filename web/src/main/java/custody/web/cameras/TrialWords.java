package custody.web.cameras;

import custody.video.recorder.CameraTrial.Outcome;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What a try of a camera gave, in words. */
final class TrialWords {
    private static final long SLOW_MILLIS = 2_000;

    private TrialWords() {}

    static String of(Visit visit, Outcome outcome) {
        Wording say = visit.wording();
        return switch (outcome) {
            case Outcome.Works works -> works(say, works);
            case Outcome.NotAllowed(var reason) -> say.say("cameras.refused." + CameraEntry.word(reason));
            case Outcome.Fails(var kind) -> say.say("cameras.fails." + CameraEntry.word(kind));
            case Outcome.NoKeyFrame _ -> say.say("cameras.no-key-frame");
        };
    }

    /** Of a stream that is shown and not recorded: whether browsers can play it counts too. */
    static String ofSmaller(Visit visit, Outcome outcome) {
        String told = of(visit, outcome);
        boolean other = outcome instanceof Outcome.Works works && !works.codec().startsWith("avc1");
        return other ? told + " " + visit.wording().say("cameras.try.smaller-coding") : told;
    }

    private static String works(Wording say, Outcome.Works works) {
        List<String> parts = new ArrayList<>();
        parts.add(say.say(
                "cameras.works",
                works.codec(),
                works.width() + " × " + works.height(),
                String.valueOf(Math.round(works.picturesPerSecond()))));
        if (works.keyFrameEvery()
                .filter(every -> every.toMillis() > SLOW_MILLIS)
                .isPresent()) {
            parts.add(say.say("cameras.rare-key-frames"));
        }
        if (works.reordered()) {
            parts.add(say.say("cameras.reordered"));
        }
        return String.join(" ", parts);
    }
}
