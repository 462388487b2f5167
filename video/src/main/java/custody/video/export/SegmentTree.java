package custody.video.export;

import custody.video.archive.Fragment;
import custody.video.archive.Segment;
import custody.video.archive.SegmentRoot;
import custody.video.media.Octets;
import custody.video.recorder.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a manifest says of a segment and its fragments: how each leads to the segment's root. */
final class SegmentTree {
    private final Segment segment;
    private final List<Octets> hashes;

    SegmentTree(Segment segment) {
        this.segment = segment;
        this.hashes = new ArrayList<>(List.of(segment.initialisationHash()));
        segment.fragments().forEach(fragment -> hashes.add(fragment.hash()));
    }

    /** The segment; {@code file} is empty where its originals are withheld. */
    Line.Builder segment(Optional<String> file) {
        Line.Builder line = Line.of("segment");
        file.ifPresent(name -> line.with("file", name));
        return line.with("sequence", segment.sequence())
                .with("start", segment.start())
                .with("root", segment.seal().root())
                .with("previous", segment.header().previousRoot())
                .with("leaves", hashes.size())
                .with("initialisation", segment.initialisationLength())
                .with("hash", segment.initialisationHash())
                .with("path", path(0))
                .with(
                        "clock-offset",
                        segment.seal().clockOffsetMicros().isPresent()
                                ? segment.seal().clockOffsetMicros().getAsLong()
                                : "unknown")
                .with("salvaged", segment.seal().salvaged());
    }

    /** A fragment that lies in the export. */
    Line.Builder fragment(String file, long at, int number, int shown) {
        Line.Builder line = Line.of("fragment").with("file", file).with("at", at);
        return leaf(line, number, shown);
    }

    /** A fragment whose pictures are in the film, painted, and which itself does not go out. */
    Line.Builder withheld(int number, int shown) {
        return leaf(Line.of("withheld"), number, shown);
    }

    private Line.Builder leaf(Line.Builder line, int number, int shown) {
        Fragment fragment = segment.fragments().get(number);
        return line.with("length", fragment.length())
                .with("leaf", number + 1)
                .with("arrived", segment.wall(fragment))
                .with("shown", shown)
                .with("hash", fragment.hash())
                .with("path", path(number + 1));
    }

    private String path(int leaf) {
        return SegmentRoot.path(hashes, leaf).stream().map(Octets::hex).collect(Collectors.joining(","));
    }
}
