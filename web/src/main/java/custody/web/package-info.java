/**
 * The desk in the browser and the API: pages, forms, components, sessions, problems.
 *
 * <p>Sees {@code record} and {@code video}, never the ledger or the database: everything stored or read passes
 * through the ports of {@code custody.record.desk}. Read docs/design/web.md and docs/formats/api.md.
 */
@NullMarked
package custody.web;

import org.jspecify.annotations.NullMarked;
