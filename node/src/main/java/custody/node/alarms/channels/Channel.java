package custody.node.alarms.channels;

import custody.record.law.rules.Escalation.Rung;
import custody.store.alarms.Outbox.Letter;
import java.util.List;

/** One way out of the node. */
interface Channel {
    /** As in {@code alarm_message.channel}. */
    String name();

    /** Everybody on that rung whom it reaches, as in the settings; empty where it reaches nobody. */
    List<String> addresses(Rung rung);

    /**
     * Sends to one address; returns when the other side has taken it. Gives up after ten seconds or so, never hangs.
     *
     * @throws NotTaken the other side did not take it
     */
    void send(Letter letter, Delivery delivery) throws NotTaken;

    /** Why a message was not taken: a closed list, so that nothing of the other side's words is kept or logged. */
    enum Failure {
        /** No connection. */
        UNREACHABLE,
        /** No answer in time. */
        TIMEOUT,
        /** The other side answered that it will not take it. */
        REFUSED,
        /** The other side answered that it cannot now. */
        BUSY,
        /** It does not know us. */
        NOT_AUTHENTICATED,
        /** A fault on our side. */
        FAULT
    }

    /** The other side did not take it. */
    final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        private final Failure failure;

        NotTaken(Failure failure) {
            super(failure.name());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
