package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.configuration.Settings;
import custody.node.configuration.SettingsFile;
import custody.node.demo.DemoFacility;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.archive.VideoArchive;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.AccountChange;
import custody.video.camera.Cameras.Wanted;
import custody.video.camera.Person;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.health.Condition.State;
import custody.video.health.Trouble;
import custody.video.media.AnnexB;
import custody.video.media.Codec;
import custody.video.media.Octets;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import custody.video.simulator.DemoClips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A store, a recorder in its own process and two simulated cameras in two cells, joined as in a node. */
record FilmedRooms(Path folder, Settings settings, Store store, VideoRoom room, CameraSimulator simulator)
        implements AutoCloseable {
    static final List<CameraId> CAMERAS = List.of(new CameraId("cam-1"), new CameraId("cam-2"));
    static final InstantSource TIME = InstantSource.system();

    /** {@code name} is short, since a socket's path has at most some hundred bytes. */
    static FilmedRooms open(String name) throws IOException {
        Path folder = Files.createDirectories(
                Path.of("target", name + ProcessHandle.current().pid()).toAbsolutePath());
        // A minute long: a short loop shows the same key frame again at each look, as a frozen camera does.
        BundledFfmpeg ffmpeg = BundledFfmpeg.unpack(Path.of("target", "ffmpeg").toAbsolutePath());
        List<Clip> clips = DemoClips.in(Path.of("target", "demo-clips").toAbsolutePath(), ffmpeg);
        var plain = new CameraSimulator.Settings(DemoClips.FRAMES_PER_SECOND, false, false, Optional.empty(), "");
        CameraSimulator simulator = CameraSimulator.start(clips.subList(0, 2), flat(ffmpeg, "black"), 0, plain);
        Settings settings = settings(folder, simulator, "");
        Store store = Store.open(StoreSettings.of(folder, settings.facility(), TIME));
        store.facilities().put(DemoFacility.facility());
        var room = new VideoRoom(settings, store, TIME, () -> {});
        room.start();
        setUp(room.archive(), simulator);
        return new FilmedRooms(folder, settings, store, room, simulator);
    }

    /** Two cameras that show some seconds again and again, for tests that look at no picture. */
    static CameraSimulator plainCameras() throws IOException {
        Clip clip = Clip.of(Codec.H264, clip("clip.h264"));
        return CameraSimulator.start(CAMERAS.size(), clip, clip, 0, CameraSimulator.Settings.plain());
    }

    static Settings settings(Path folder, CameraSimulator simulator, String more) throws IOException {
        Path config = folder.resolve("node.conf");
        Files.writeString(
                config,
                "facility = " + DemoFacility.CODE + "\nvideo.networks = 127.0.0.0/8\nvideo.ports = " + simulator.port()
                        + "\n" + more);
        return new SettingsFile(config).settings(folder, 0, false);
    }

    /** The cameras as somebody sets them up. */
    static void setUp(VideoArchive archive, CameraSimulator simulator) {
        for (int i = 0; i < CAMERAS.size(); i++) {
            var _ = archive.cameras().put(wanted(i, simulator), new Person("1000009"));
        }
    }

    private static Wanted wanted(int camera, CameraSimulator simulator) {
        StreamAddress address = ((StreamAddress.Parsed.Accepted) StreamAddress.parse(simulator.url(camera))).address();
        return new Wanted(
                CAMERAS.get(camera),
                DemoFacility.CODE.code(),
                "CELL-" + (camera + 1),
                "",
                Camera.Aim.ROOM,
                "",
                Map.of(StreamKind.MAIN, address),
                new AccountChange.None(),
                true);
    }

    /** From now on the room of the first camera is of that class. */
    void firstRoomIs(Room.Privacy privacy) {
        Facility all = DemoFacility.facility();
        List<Room> rooms = all.rooms().stream()
                .map(one -> one.code().code().equals("CELL-1")
                        ? new Room(
                                one.code(),
                                one.name(),
                                one.kind(),
                                privacy,
                                one.custodyZone(),
                                one.area(),
                                one.capacity(),
                                one.designation(),
                                one.outOfUse())
                        : one)
                .toList();
        store.facilities()
                .put(new Facility(
                        all.code(),
                        all.nameUk(),
                        all.nameEn(),
                        all.region(),
                        all.kind(),
                        all.state(),
                        all.zone(),
                        all.areaNorm(),
                        all.serving(),
                        rooms));
    }

    /** From now on the other clip of a camera is what it sees when somebody hangs a cloth over it. */
    void cover(int camera) throws IOException {
        BundledFfmpeg ffmpeg = BundledFfmpeg.unpack(Path.of("target", "ffmpeg").toAbsolutePath());
        simulator.cameras().get(camera).otherClip(flat(ffmpeg, "0x5a5a5a"));
    }

    /** From now on the other clip of a camera is one whose units arrive whole and cannot be decoded. */
    void garble(int camera) throws IOException {
        var garbled = new ByteArrayOutputStream();
        for (Octets unit : AnnexB.units(clip("clip.h264"))) {
            byte[] bytes = unit.toArray();
            int type = Codec.H264.unitType(unit.at(0));
            if (Codec.H264.isPicture(type)) {
                // The first bit says that a picture begins; all after it is no head of a slice.
                Arrays.fill(bytes, 2, bytes.length, (byte) 1);
            }
            garbled.writeBytes(new byte[] {0, 0, 0, 1});
            garbled.writeBytes(bytes);
        }
        simulator.cameras().get(camera).otherClip(Clip.of(Codec.H264, garbled.toByteArray()));
    }

    private static byte[] clip(String name) throws IOException {
        return Files.readAllBytes(Path.of("../video/src/test/resources/clips").resolve(name));
    }

    /** Half a minute of one colour, as a camera sends it that has no light or no view: never the same bytes twice. */
    private static Clip flat(BundledFfmpeg ffmpeg, String colour) throws IOException {
        Process encoder = new ProcessBuilder(
                        ffmpeg.ffmpeg().toString(),
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=" + colour + ":s=640x360:r=10,noise=alls=4:allf=t",
                        "-t",
                        "30",
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "300k",
                        "-g",
                        "10",
                        "-pix_fmt",
                        "yuv420p",
                        "-f",
                        "h264",
                        "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Clip.of(Codec.H264, encoder.getInputStream().readAllBytes());
    }

    /** Waits until it holds; answers how long that took. */
    static Duration until(BooleanSupplier holds, int seconds) throws InterruptedException {
        return until(holds, seconds, () -> "");
    }

    static Duration until(BooleanSupplier holds, int seconds, Supplier<String> otherwise) throws InterruptedException {
        long begun = System.nanoTime();
        while (!holds.getAsBoolean()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(passed.toSeconds() < seconds, () -> "not within " + seconds + " s " + otherwise.get());
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    State state(int camera) {
        return room.conditions().of(CAMERAS.get(camera)).state();
    }

    /** What is wrong with its picture, but that it comes again: every clip does. */
    Set<Trouble> troubles(int camera) {
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        troubles.addAll(room.conditions().of(CAMERAS.get(camera)).troubles());
        troubles.remove(Trouble.REPEATED);
        return troubles;
    }

    boolean repeats(int camera) {
        return room.conditions().of(CAMERAS.get(camera)).troubles().contains(Trouble.REPEATED);
    }

    boolean allRecord() {
        return state(0) == State.RECORDING && state(1) == State.RECORDING;
    }

    /** As a figure of the fault script. */
    static void tell(String what, Duration after) {
        System.out.println("fault script: " + what + " is told after " + after.toMillis() + " ms");
    }

    @Override
    public void close() throws IOException {
        room.close();
        store.close();
        simulator.close();
    }
}
