package custody.web.session;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.access.Administering;
import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.places.Officer;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The only way from an endpoint to an officer who is to be changed: whoever may not administer him is refused. */
@Component
public final class StaffDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StaffDesk.class);

    private final Officers officers;
    private final ApplicationEventPublisher refusals;

    StaffDesk(Officers officers, ApplicationEventPublisher refusals) {
        this.officers = officers;
        this.refusals = refusals;
    }

    /** The officer with that badge, for somebody who may administer him. */
    public Officer find(Visit visit, String badge) {
        Officer officer =
                Badge.read(badge).flatMap(officers::find).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        switch (decide(visit, officer)) {
            case Access.Permitted _ -> {}
            case Access.Denied(var because) -> {
                LOG.atInfo()
                        .addKeyValue("badge", visit.officer().badge())
                        .addKeyValue("officer", officer.badge())
                        .addKeyValue("because", because)
                        .log("denied");
                refusals.publishEvent(
                        new TurnedAway(visit, General.ADMINISTER_OFFICERS, "/admin/officers/" + officer.badge()));
                throw new ProblemFound(Problem.denied(because));
            }
        }
        return officer;
    }

    /** Whether the visitor may administer that officer. */
    public boolean may(Visit visit, Officer officer) {
        return decide(visit, officer).permitted();
    }

    /** Whether the visitor may make somebody here one of that category. */
    public boolean mayMake(Visit visit, Officer.Category category) {
        return Administering.decide(visit.officer(), category, visit.relation()).permitted();
    }

    private static Access.Answer decide(Visit visit, Officer officer) {
        return Administering.decide(visit.officer(), officer.category(), visit.relation(officer.facility()));
    }
}
