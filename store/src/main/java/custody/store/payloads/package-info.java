/**
 * What is committed, encrypted and stored of an entry: fields by name, and their exact bytes. Pure functions.
 *
 * <p>Sees {@code record} and the ledger's fields. The bytes are a format: docs/formats/payload.md.
 */
@NullMarked
package custody.store.payloads;

import org.jspecify.annotations.NullMarked;
