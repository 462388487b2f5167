package custody.store.check;

import custody.record.law.rules.Packs;
import java.time.InstantSource;

/**
 * The law that alerts are judged by once more.
 *
 * @param packs all texts that are here
 * @param pack id of the pack that judges records
 * @param time when they are judged
 */
public record AlertLaw(Packs packs, String pack, InstantSource time) {}
