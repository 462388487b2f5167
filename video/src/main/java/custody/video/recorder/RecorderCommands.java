package custody.video.recorder;

import custody.video.camera.CameraId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The node's commands: a {@link Briefing}, a line {@code camera id= url=} for each camera and then {@code apply}; {@code ack number=};
 * {@code cut [camera=]}; {@code status}; {@code stop}. Each is answered with {@code ok} or {@code refused}.
 *
 * <p>One for each connection, and used by its thread alone: cameras that a node had begun to tell when it went away go with it, since
 * the next node may not want them recorded any more.
 */
final class RecorderCommands implements ControlServer.Commands {
    private final Recorder recorder;
    private final Journal journal;
    private final Runnable stopRequest;
    private final Briefing.Taking taking = new Briefing.Taking();

    RecorderCommands(Recorder recorder, Journal journal, Runnable stopRequest) {
        this.recorder = recorder;
        this.journal = journal;
        this.stopRequest = stopRequest;
    }

    @Override
    public List<String> carryOut(Line command) throws IOException {
        return switch (command.verb()) {
            case "camera" -> camera(command);
            case Briefing.END -> apply();
            case "ack" -> {
                journal.acknowledged(command.number("number"));
                yield List.of("ok");
            }
            case "cut" -> {
                recorder.sessions().stream()
                        .filter(s -> command.field("camera").isEmpty()
                                || command.field("camera").equals(s.camera().value()))
                        .forEach(s -> s.fragmenter().cut());
                yield List.of("ok");
            }
            case "status" -> status();
            case "stop" -> {
                stopRequest.run();
                yield List.of("ok");
            }
            default -> List.of(refused("unknown command"));
        };
    }

    private static String refused(String why) {
        return Line.of("refused").with("detail", why).toString();
    }

    private List<String> camera(Line command) {
        try {
            taking.camera(command);
            return List.of("ok");
        } catch (IllegalArgumentException malformed) {
            return List.of(refused(String.valueOf(malformed.getMessage())));
        }
    }

    private List<String> apply() throws IOException {
        Set<CameraId> not = recorder.record(taking.whole());
        return List.of(not.isEmpty() ? "ok" : refused("not recorded: " + words(not)));
    }

    private static String words(Set<CameraId> cameras) {
        return cameras.stream().map(CameraId::value).collect(Collectors.joining(", "));
    }

    private List<String> status() {
        var lines = new ArrayList<String>();
        recorder.counters()
                .forEach((camera, counters) -> lines.add(Line.of("camera-status")
                        .with("camera", camera)
                        .with("frames", counters.frames())
                        .with("bytes", counters.bytes())
                        .with("lost", counters.lostPackets())
                        .with("malformed", counters.malformedPackets())
                        .with("damaged", counters.damagedPictures())
                        .with("skipped", counters.skippedPictures())
                        .with("sessions", counters.sessions())
                        .toString()));
        lines.add(Line.of("status")
                .with("cameras", lines.size())
                .with("next", journal.next())
                .with("most-connecting", recorder.mostConnecting())
                .with("key-frames-only", recorder.keyFramesOnly())
                .toString());
        return lines;
    }
}
