package custody.store.archive;

import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What somebody with the disk in his hands may do to footage, so that it says something else. */
enum Mutation {
    /** One bit. */
    FLIP {
        @Override
        void apply(Scene scene, Random random) throws IOException {
            Path file = scene.file(scene.any(random));
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
        }
    },
    /** The end of a file. */
    CUT {
        @Override
        void apply(Scene scene, Random random) throws IOException {
            Path file = scene.file(scene.any(random));
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
    },
    /** A whole file. */
    REMOVE {
        @Override
        void apply(Scene scene, Random random) throws IOException {
            Files.delete(scene.file(scene.any(random)));
        }
    },
    /** Two files of one camera change places. */
    REORDER {
        @Override
        void apply(Scene scene, Random random) throws IOException {
            Segment one = scene.any(random);
            scene.exchange(one, scene.other(random, one, true));
        }
    },
    /** Files of two cameras change places. */
    SWAP_CAMERAS {
        @Override
        void apply(Scene scene, Random random) throws IOException {
            Segment one = scene.any(random);
            scene.exchange(one, scene.other(random, one, false));
        }
    },
    /** A file made anew, whole in itself, of the right camera, number, time and link, that shows another minute's pictures again. */
    REPLAY {
        @Override
        void apply(Scene scene, Random random) throws IOException {
            Segment instead = scene.any(random);
            Segment again = scene.other(random, instead, true);
            Files.delete(scene.file(instead));
            var _ = scene.footage().again(instead, again);
        }
    },
    /** A file where none was: a copy under a free name, old pictures under the next number, or a camera that nobody had. */
    BACK_FILL {
        @Override
        void apply(Scene scene, Random random) throws IOException {
            Segment one = scene.any(random);
            switch (random.nextInt(3)) {
                case 0 -> {
                    Path file = scene.file(one);
                    Path free = file.resolveSibling(String.format(java.util.Locale.ROOT, "%06d-1.mp4", one.sequence()));
                    Files.copy(file, free, StandardCopyOption.REPLACE_EXISTING);
                }
                case 1 -> {
                    Segment newest = scene.segments().stream()
                            .filter(segment -> segment.camera().equals(one.camera()))
                            .reduce((_, later) -> later)
                            .orElseThrow();
                    var _ = scene.footage()
                            .write(
                                    one.camera(),
                                    newest.sequence() + 1,
                                    newest.seal().root(),
                                    newest.start().minusSeconds(60 + random.nextInt(100_000)),
                                    random.nextInt());
                }
                default -> {
                    var _ = scene.footage()
                            .write(
                                    new CameraId("cam-9"),
                                    1 + random.nextInt(9),
                                    one.header().previousRoot(),
                                    one.start().minusSeconds(7_200 + random.nextInt(100_000)),
                                    random.nextInt());
                }
            }
        }
    };

    abstract void apply(Scene scene, Random random) throws IOException;

    /** The footage that is changed, all of it honest before. */
    record Scene(Path video, List<Segment> segments, Footage footage) {
        Path file(Segment segment) {
            return video.resolve(segment.path());
        }

        Segment any(Random random) {
            return segments.get(random.nextInt(segments.size()));
        }

        Segment other(Random random, Segment than, boolean sameCamera) {
            Segment found = any(random);
            while (found.equals(than) || found.camera().equals(than.camera()) != sameCamera) {
                found = any(random);
            }
            return found;
        }

        void exchange(Segment one, Segment other) throws IOException {
            byte[] kept = Files.readAllBytes(file(one));
            Files.write(file(one), Files.readAllBytes(file(other)));
            Files.write(file(other), kept);
        }
    }
}
