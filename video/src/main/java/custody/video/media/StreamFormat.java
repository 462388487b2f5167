package custody.video.media;

import java.util.List;

/**
 * Everything a decoder needs before the first picture of a stream.
 *
 * @param video video parameter sets (H.265), empty for H.264
 * @param sequence sequence parameter sets, at least one
 * @param picture picture parameter sets, at least one
 */
public record StreamFormat(
        Codec codec, PictureFormat pictures, List<Octets> video, List<Octets> sequence, List<Octets> picture) {
    public StreamFormat {
        video = List.copyOf(video);
        sequence = List.copyOf(sequence);
        picture = List.copyOf(picture);
        if (sequence.isEmpty() || picture.isEmpty()) {
            throw new IllegalArgumentException("a stream needs sequence and picture sets");
        }
    }
}
