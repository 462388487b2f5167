package custody.video.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameter sets a camera has sent, by type and number, and whether they changed. Owned by one session thread.
 * A camera may use several picture sets (a known failure of players is to keep only the first), so all are kept.
 */
public final class ParameterSets {
    private static final int MOST_SETS = 64;
    private static final int LONGEST_SET = 4_096;

    private final Codec codec;
    private final TreeMap<Integer, Octets> sets = new TreeMap<>();
    private boolean changed;

    public ParameterSets(Codec codec) {
        this.codec = codec;
    }

    public Codec codec() {
        return codec;
    }

    /** Takes a unit of a parameter set type; anything malformed is refused and leaves the known sets as they were. */
    public void take(Octets unit) throws MalformedMedia {
        if (unit.length() <= codec.headerLength() || unit.length() > LONGEST_SET) {
            throw new MalformedMedia("parameter set of " + unit.length() + " bytes");
        }
        int type = codec.unitType(unit.at(0));
        int key = (type << 8) | number(type, unit);
        if (!sets.containsKey(key) && sets.size() >= MOST_SETS) {
            throw new MalformedMedia("too many parameter sets");
        }
        if (!unit.equals(sets.put(key, unit))) {
            changed = true;
        }
    }

    private int number(int type, Octets unit) throws MalformedMedia {
        return switch (codec) {
            case H264 ->
                type == 7
                        ? PictureFormat.of(codec, unit).id()
                        : BitReader.ofUnit(unit, 1).golomb(255);
            case H265 ->
                switch (type) {
                    case 32 -> (int) BitReader.ofUnit(unit, 2).bits(4);
                    case 33 -> PictureFormat.of(codec, unit).id();
                    default -> BitReader.ofUnit(unit, 2).golomb(63);
                };
        };
    }

    /** Whether a set was added or replaced since the last call. */
    public boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** A complete description when every kind of set is there, empty while one is missing. */
    public Optional<StreamFormat> format() throws MalformedMedia {
        List<Octets> video = codec == Codec.H265 ? ofType(32) : List.of();
        List<Octets> sequence = ofType(codec == Codec.H265 ? 33 : 7);
        List<Octets> picture = ofType(codec == Codec.H265 ? 34 : 8);
        if (sequence.isEmpty() || picture.isEmpty() || (codec == Codec.H265 && video.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new StreamFormat(codec, PictureFormat.of(codec, sequence.getFirst()), video, sequence, picture));
    }

    private List<Octets> ofType(int type) {
        return new ArrayList<>(sets.subMap(type << 8, (type + 1) << 8).values());
    }
}
