/**
 * The tamper-evident ledger: Merkle tree, signed notes, leaves and disclosures, proofs, and the check that trusts nothing.
 * Pure: the JDK and jspecify only; no database, no network, no files, no clock. Every time, key and byte is a parameter.
 * This package holds only what all its rooms share: how a parser answers ({@link custody.ledger.Parsed}).
 * Direction: {@code tree <- note <- log <- proof <- check}; nothing looks back.
 * Explained in {@code docs/design/ledger.md}; the exact bytes in {@code docs/formats/leaf.md} and {@code docs/formats/ledger.md}.
 */
@NullMarked
package custody.ledger;

import org.jspecify.annotations.NullMarked;
