package custody.video.simulator;

import custody.video.media.Codec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Simulated cameras as a process: {@code … SimulatorMain PORT COUNT CLIP.h264|CLIP.h265 [per-packet]}. Reads commands from
 * standard input: {@code fault CAMERA KIND}, {@code jump CAMERA TICKS}, {@code away}, {@code back}, {@code sent [CAMERA]}; ends
 * with its input.
 */
public final class SimulatorMain {
    private SimulatorMain() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[2]);
        Codec codec = file.toString().endsWith("265") ? Codec.H265 : Codec.H264;
        Clip clip = Clip.of(codec, Files.readAllBytes(file));
        boolean perPacket = arguments.length > 3 && arguments[3].equals("per-packet");
        var settings = new CameraSimulator.Settings(25, perPacket, false, Optional.empty(), "");
        try (CameraSimulator simulator = CameraSimulator.start(
                Integer.parseInt(arguments[1]), clip, clip, Integer.parseInt(arguments[0]), settings)) {
            System.out.println("simulating " + simulator.cameras().size() + " cameras on port " + simulator.port());
            System.out.flush();
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                carryOut(simulator, line.strip().split(" ", 3));
            }
        }
    }

    private static void carryOut(CameraSimulator simulator, String[] words) throws IOException {
        switch (words[0]) {
            case "fault" ->
                simulator
                        .cameras()
                        .get(Integer.parseInt(words[1]))
                        .fault(Fault.valueOf(words[2].toUpperCase(Locale.ROOT).replace('-', '_')));
            case "jump" -> simulator.cameras().get(Integer.parseInt(words[1])).jumpClock(Long.parseLong(words[2]));
            case "away" -> simulator.goAway();
            case "back" -> simulator.comeBack();
            case "sent" -> {
                String which = words.length > 1 ? "/camera/" + words[1] : "";
                System.out.println("sent "
                        + simulator.cameras().stream()
                                .filter(camera ->
                                        which.isEmpty() || camera.path().equals(which))
                                .mapToLong(SimulatedCamera::framesSent)
                                .sum());
                System.out.flush();
            }
            default -> System.out.println("unknown: " + words[0]);
        }
    }
}
