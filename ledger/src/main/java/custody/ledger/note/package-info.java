/**
 * Signed notes and checkpoints: C2SP signed-note, tlog-checkpoint and tlog-cosignature (Ed25519).
 * Sees {@code custody.ledger} and {@code custody.ledger.tree}. No clock: a cosignature's time is a parameter.
 * A note's text says nothing until a configured key has verified: only {@link custody.ledger.note.NoteVerdict.Verified}
 * may be believed. Explained in {@code docs/formats/ledger.md}.
 */
@NullMarked
package custody.ledger.note;

import org.jspecify.annotations.NullMarked;
