/**
 * Parameters of the jte components: govuk-frontend and MoJ frontend, typed.
 *
 * <p>Sees nothing but the JDK. Templates beside it render the published HTML of those libraries. Read docs/design/web.md.
 */
@NullMarked
package custody.web.components;

import org.jspecify.annotations.NullMarked;
