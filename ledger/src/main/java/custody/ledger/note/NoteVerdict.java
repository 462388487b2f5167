package custody.ledger.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What verifying a note answers. */
public sealed interface NoteVerdict {
    /**
     * At least one configured key signed, and no configured key's line is wrong.
     *
     * @param text may be believed as far as those keys are trusted
     * @param signed by whom, in the order of the lines
     */
    record Verified(String text, List<Signed> signed) implements NoteVerdict {
        public Verified {
            signed = List.copyOf(signed);
        }

        /** The keys that signed, each once however many lines it has: what to count against a policy. */
        public Set<VerifierKey> signers() {
            return signed.stream().map(Signed::key).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether this key is among the signers. */
        public boolean signedBy(VerifierKey key) {
            return signed.stream().anyMatch(each -> each.key().equals(key));
        }
    }

    /** A line claims this configured key and is not its signature: the note is forged or damaged. */
    record BadSignature(VerifierKey key) implements NoteVerdict {}

    /** No line is of a configured key. */
    record NoTrustedKey() implements NoteVerdict {}

    /**
     * A verified line.
     *
     * @param key whose
     * @param at for cosignatures, the time that the cosigner states, in whole seconds
     */
    record Signed(VerifierKey key, Optional<Instant> at) {
        static Signed of(VerifierKey key, NoteSignature signature) {
            return switch (key.kind()) {
                case ED25519 -> new Signed(key, Optional.empty());
                case COSIGNATURE -> new Signed(key, Optional.of(time(signature)));
            };
        }

        private static Instant time(NoteSignature signature) {
            // Later than Instant can hold is as good as its last second: no rule compares beyond it.
            return Instant.ofEpochSecond(
                    Math.min(Cosignature.seconds(signature.signature()), Instant.MAX.getEpochSecond()));
        }
    }
}
