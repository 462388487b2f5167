/**
 * Why a data folder cannot be opened, as one closed list of codes with sentences for the person at the console.
 *
 * <p>Sees nothing else of the house. Faults while running are the desk's {@code StorageUnavailable} and {@code
 * LedgerStopped}. Read docs/design/store.md, part "Failure and recovery".
 */
@NullMarked
package custody.store.faults;

import org.jspecify.annotations.NullMarked;
