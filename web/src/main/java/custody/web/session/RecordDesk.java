package custody.web.session;

import custody.record.access.Access;
import custody.record.access.Action;
import custody.record.access.Action.General;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Glance;
import custody.record.detention.CustodyRecord;
import custody.record.events.RecordId;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The only way from an endpoint to a record: the look is recorded, then it is decided whether it may be shown. */
@Component
public final class RecordDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RecordDesk.class);

    private final CustodyRecords records;
    private final ApplicationEventPublisher refusals;

    RecordDesk(CustodyRecords records, ApplicationEventPublisher refusals) {
        this.records = records;
        this.refusals = refusals;
    }

    /**
     * A record for somebody to look at.
     *
     * @param id as it stands in the address; anything that is no id is not found
     * @param what what is looked at, for the entry of the look
     * @param action what the endpoint needs on the record
     */
    public CustodyRecord read(Visit visit, String id, String what, General action) {
        RecordId record = id(id);
        CustodyRecord found =
                records.read(record, visit.reading(what)).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        require(visit, found, action);
        return found;
    }

    /**
     * A record for somebody to add to, handed to {@code writing}, whose answer or problem leaves when the look is a leaf. Writing has
     * its own permission, asked with {@link #require} once the kind is known; whoever may neither read nor add learns no more
     * than that.
     */
    public <T> T toWrite(Visit visit, String id, Function<CustodyRecord, T> writing) {
        Glance glance = records.glance(id(id), visit.reading("entry"));
        T answer;
        try {
            answer = writing.apply(glance.record().orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND)));
        } catch (ProblemFound problem) {
            glance.awaitNoted();
            throw problem;
        }
        glance.awaitNoted();
        return answer;
    }

    /** Refuses what somebody may not do on a record. */
    public void require(Visit visit, CustodyRecord record, Action action) {
        switch (decide(visit, record, action)) {
            case Access.Permitted _ -> {}
            case Access.Denied(var because) -> {
                LOG.atInfo()
                        .addKeyValue("badge", visit.officer().badge())
                        .addKeyValue("record", record.id())
                        .addKeyValue("because", because)
                        .log("denied");
                refusals.publishEvent(new TurnedAway(visit, action, "/records/" + record.id()));
                throw new ProblemFound(Problem.denied(because));
            }
        }
    }

    /** Refuses what somebody may not do at this facility, wherever no record is concerned yet. */
    public void requireHere(Visit visit, General action, String path) {
        switch (Access.decide(visit.officer(), action, visit.relation())) {
            case Access.Permitted _ -> {}
            case Access.Denied(var because) -> {
                LOG.atInfo()
                        .addKeyValue("badge", visit.officer().badge())
                        .addKeyValue("action", action)
                        .addKeyValue("because", because)
                        .log("denied");
                refusals.publishEvent(new TurnedAway(visit, action, path));
                throw new ProblemFound(Problem.denied(because));
            }
        }
    }

    /** As {@link #require(Visit, CustodyRecord, Action)}, where the record may be gone and something about it left. */
    public void require(Visit visit, RecordId record, String what, Action action) {
        records.read(record, visit.reading(what)).ifPresent(found -> require(visit, found, action));
    }

    /** Whether somebody may do that on a record. */
    public boolean may(Visit visit, CustodyRecord record, Action action) {
        return decide(visit, record, action).permitted();
    }

    private static Access.Answer decide(Visit visit, CustodyRecord record, Action action) {
        return Access.decide(visit.officer(), action, visit.relation(record));
    }

    private static RecordId id(String text) {
        try {
            return RecordId.of(text);
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
    }
}
