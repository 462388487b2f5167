/**
 * How messages about alerts leave the node: e-mail, webhook, SMS gateway; one courier a channel, each with its own thread.
 *
 * <p>Sees the outbox of {@code store} and its own settings. A channel that is dead stops no other. Messages hold the record's
 * number, the rule and times, and nothing of the person. Read docs/design/alarms.md and docs/formats/webhook.md.
 */
@NullMarked
package custody.node.alarms.channels;

import org.jspecify.annotations.NullMarked;
