package custody.web;

import custody.record.events.FacilityCode;
import org.jspecify.annotations.Nullable;

/**
 * What the room needs to know of the node it runs in.
 *
 * @param facility facility this node serves
 * @param demo whether every page must say that the people are invented
 * @param firstStartCode one-time code that creates the administrator while no account exists; null where none was made
 * @param secureCookies whether cookies are sent over TLS only; false only where the node listens without TLS
 */
public record WebSettings(
        FacilityCode facility, boolean demo, @Nullable String firstStartCode, boolean secureCookies) {}
