package custody.video.mp4;

import custody.video.media.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * An ordinary MP4 that any player opens at once: the whole index first, then the pictures, byte for byte as they were recorded
 * (ISO/IEC 14496-12 sections 8.5 to 8.7). Several descriptions are kept apart, so footage whose parameters changed stays whole.
 */
public final class WholeFile {
    private static final int PIECE = 1 << 20;

    /**
     * Pictures that lie side by side in a file.
     *
     * @param at where the first begins
     * @param description which of the file's descriptions they have, from 0
     */
    public record Chunk(FileChannel file, long at, int description, List<FragmentHead.Sample> samples) {
        public Chunk {
            samples = List.copyOf(samples);
        }

        long length() {
            return samples.stream().mapToLong(FragmentHead.Sample::size).sum();
        }
    }

    private final List<Octets> descriptions;
    private final int width;
    private final int height;
    private final List<Chunk> chunks;
    private final long skipTicks;

    /**
     * {@code descriptions} are sample entry boxes; {@code skipTicks} of media time at the beginning are decoded but not shown, so
     * that a film can begin between two key frames.
     */
    public WholeFile(List<Octets> descriptions, int width, int height, List<Chunk> chunks, long skipTicks) {
        this.descriptions = List.copyOf(descriptions);
        this.width = width;
        this.height = height;
        this.chunks = List.copyOf(chunks);
        this.skipTicks = skipTicks;
        if (chunks.isEmpty()) {
            throw new IllegalArgumentException("a film needs pictures");
        }
    }

    /** Media time of all pictures, ticks. */
    public long durationTicks() {
        return samples().stream().mapToLong(FragmentHead.Sample::duration).sum();
    }

    private List<FragmentHead.Sample> samples() {
        return chunks.stream().flatMap(c -> c.samples().stream()).toList();
    }

    /** Writes the film; {@code progress} gets the number of bytes of pictures written so far and may throw to give up. */
    public void write(WritableByteChannel out, LongConsumer progress) throws IOException {
        // The index has the same length whatever the offsets in it are.
        int length = head(0).length;
        byte[] head = head(length);
        writeAll(out, ByteBuffer.wrap(head));
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        long written = 0;
        for (Chunk chunk : chunks) {
            long at = chunk.at();
            for (long left = chunk.length(); left > 0; left -= piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, left));
                Box.readFully(chunk.file(), piece, at);
                at += piece.limit();
                writeAll(out, piece.flip());
                written += piece.limit();
                progress.accept(written);
            }
        }
    }

    private static void writeAll(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Everything before the first picture, for pictures that begin at {@code base}. */
    private byte[] head(long base) {
        var out = new BoxWriter();
        int type = out.open("ftyp");
        out.text("isom").u32(512).text("isomiso4mp41").close(type);
        int movie = out.open("moov");
        long shown = durationTicks() - skipTicks;
        Initialisation.movieHeader(out, shown);
        int track = out.open("trak");
        Initialisation.trackHeader(out, width, height, shown);
        int edits = out.open("edts");
        int list = out.openFull("elst", 1, 0);
        out.u32(1).u64(shown).u64(skipTicks).u32(0x10000).close(list).close(edits);
        int media = out.open("mdia");
        Initialisation.mediaHeader(out, durationTicks());
        int information = Initialisation.openInformation(out);
        int table = out.open("stbl");
        int description = out.openFull("stsd", 0, 0);
        out.u32(descriptions.size());
        descriptions.forEach(out::put);
        out.close(description);
        times(out);
        keys(out);
        sizes(out);
        chunkMap(out);
        offsets(out, base);
        out.close(table).close(information).close(media).close(track).close(movie);
        long data = chunks.stream().mapToLong(Chunk::length).sum();
        return out.u32(1).text("mdat").u64(16 + data).toArray();
    }

    private void times(BoxWriter out) {
        int box = out.openFull("stts", 0, 0);
        int countAt = out.length();
        out.u32(0);
        int entries = 0;
        int run = 0;
        int duration = 0;
        for (FragmentHead.Sample sample : samples()) {
            if (sample.duration() != duration && run > 0) {
                out.u32(run).u32(duration);
                entries++;
                run = 0;
            }
            duration = sample.duration();
            run++;
        }
        out.u32(run).u32(duration).set32(countAt, entries + 1L).close(box);
    }

    private void keys(BoxWriter out) {
        var numbers = new ArrayList<Integer>();
        int number = 0;
        for (FragmentHead.Sample sample : samples()) {
            number++;
            if (sample.key()) {
                numbers.add(number);
            }
        }
        int box = out.openFull("stss", 0, 0);
        out.u32(numbers.size());
        numbers.forEach(out::u32);
        out.close(box);
    }

    private void sizes(BoxWriter out) {
        List<FragmentHead.Sample> samples = samples();
        int box = out.openFull("stsz", 0, 0);
        out.u32(0).u32(samples.size());
        samples.forEach(s -> out.u32(s.size()));
        out.close(box);
    }

    private void chunkMap(BoxWriter out) {
        int box = out.openFull("stsc", 0, 0);
        out.u32(chunks.size());
        for (int i = 0; i < chunks.size(); i++) {
            out.u32(i + 1L)
                    .u32(chunks.get(i).samples().size())
                    .u32(chunks.get(i).description() + 1L);
        }
        out.close(box);
    }

    private void offsets(BoxWriter out, long base) {
        int box = out.openFull("co64", 0, 0);
        out.u32(chunks.size());
        long at = base;
        for (Chunk chunk : chunks) {
            out.u64(at);
            at += chunk.length();
        }
        out.close(box);
    }
}
