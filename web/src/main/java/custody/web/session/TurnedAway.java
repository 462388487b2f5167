package custody.web.session;

import custody.record.access.Action;

/**
 * Somebody who is signed in was refused, at the door or where it is decided what may be done; told inside this house, before the answer leaves, to whoever must write it down.
 *
 * @param visit who
 * @param wanted what they may not do here
 * @param path where, as in the address
 */
public record TurnedAway(Visit visit, Action wanted, String path) {}
