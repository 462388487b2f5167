package custody.video.media;

/**
 * What a sequence parameter set says about the pictures.
 *
 * @param id number of the set
 * @param width picture width in pixels after cropping
 * @param height picture height in pixels after cropping
 * @param codecString RFC 6381 name, as {@code avc1.640028} or {@code hvc1.1.6.L120.90}
 * @param framesPerSecond declared rate, 0 when the camera does not say; cameras lie here, never rely on it
 * @param reordered whether pictures may be shown in another order than sent
 * @param chromaFormat 0 grey, 1 4:2:0, 2 4:2:2, 3 4:4:4
 * @param lumaDepth bits a luma sample
 * @param chromaDepth bits a chroma sample
 * @param profile bytes that the file's decoder record repeats: three for H.264, twelve for H.265
 * @param subLayers temporal sub-layers (H.265), else 1
 * @param nested temporal ids nested (H.265)
 */
public record PictureFormat(
        int id,
        int width,
        int height,
        String codecString,
        double framesPerSecond,
        boolean reordered,
        int chromaFormat,
        int lumaDepth,
        int chromaDepth,
        Octets profile,
        int subLayers,
        boolean nested) {

    private static final int LARGEST_SIDE = 16_384;

    public PictureFormat {
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new IllegalArgumentException("picture size " + width + "x" + height);
        }
    }

    /** Reads a sequence parameter set of either coding. */
    public static PictureFormat of(Codec codec, Octets sequenceSet) throws MalformedMedia {
        return switch (codec) {
            case H264 -> H264Sequence.parse(sequenceSet);
            case H265 -> H265Sequence.parse(sequenceSet);
        };
    }

    /** Width or height in pixels less what is cropped, refused when it is not a size. */
    static int side(long coded, long cropped) throws MalformedMedia {
        long side = coded - cropped;
        if (side < 1 || side > LARGEST_SIDE) {
            throw new MalformedMedia("picture side " + side);
        }
        return (int) side;
    }
}
