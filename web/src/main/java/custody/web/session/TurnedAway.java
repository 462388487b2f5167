package custody.web.session;

import custody.record.access.Action.General;

/**
 * Somebody who is signed in was refused at the door; told inside this house, before the answer leaves, to whoever must write it down.
 *
 * @param visit who
 * @param wanted what they may not do here
 * @param path where, as in the address
 */
public record TurnedAway(Visit visit, General wanted, String path) {}
