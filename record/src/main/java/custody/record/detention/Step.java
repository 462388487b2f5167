package custody.record.detention;

import custody.record.events.Basis;
import custody.record.events.CareFact.RiskAssessed;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.BroughtToCourt;
import custody.record.events.CustodyFact.Delivered;
import custody.record.events.CustodyFact.Registered;
import custody.record.events.CustodyFact.Released;
import custody.record.events.CustodyFact.SuspicionNotified;
import custody.record.events.DefenceFact.ConfidentialMeeting;
import custody.record.events.DefenceFact.DefenderWaived;
import custody.record.events.Fact;
import custody.record.events.MovementFact.CellAllocated;
import custody.record.events.NoticeFact.Addressee;
import custody.record.events.NoticeFact.Notice;
import custody.record.events.NoticeFact.Outcome;
import custody.record.events.PropertyFact.Searched;
import custody.record.events.QuestioningFact.DetaineeQuestioned;
import custody.record.events.QuestioningFact.OfficerQuestioned;
import custody.record.events.RightsFact.LetterOfRightsGiven;
import custody.record.events.RightsFact.RightsExplained;
import java.util.EnumSet;
import java.util.Set;

/** A step of the way through custody, in its usual order; {@link WayThrough} says which are done. */
public enum Step {
    APPREHENDED,
    SEARCHED,
    DELIVERED,
    REGISTERED,
    OFFICER_QUESTIONED,
    DETAINEE_QUESTIONED,
    RIGHTS_EXPLAINED,
    LETTER_GIVEN,
    RISK_ASSESSED,
    RELATIVES_TOLD,
    LEGAL_AID_TOLD,
    DEFENDER_MET,
    CELL_ALLOCATED,
    SUSPICION_NOTIFIED,
    BROUGHT_TO_COURT,
    CUSTODY_ENDED,
    COPY_HANDED_OVER;

    /** Bases on which suspicion and court follow within the limits of КПК 211 and 278. */
    private static final Set<Basis> CRIMINAL =
            EnumSet.of(Basis.CPC_208, Basis.CPC_208_2, Basis.COURT_PERMISSION, Basis.PRIVATE_ARREST, Basis.MARTIAL_LAW);

    /** Whether a fact is this step. */
    boolean doneBy(Fact fact) {
        return switch (this) {
            case APPREHENDED -> fact instanceof Apprehended;
            case SEARCHED -> fact instanceof Searched;
            case DELIVERED -> fact instanceof Delivered;
            case REGISTERED -> fact instanceof Registered;
            case OFFICER_QUESTIONED -> fact instanceof OfficerQuestioned;
            case DETAINEE_QUESTIONED -> fact instanceof DetaineeQuestioned;
            case RIGHTS_EXPLAINED -> fact instanceof RightsExplained;
            case LETTER_GIVEN -> fact instanceof LetterOfRightsGiven;
            case RISK_ASSESSED -> fact instanceof RiskAssessed;
            case RELATIVES_TOLD -> told(fact, Addressee.RELATIVE);
            case LEGAL_AID_TOLD -> told(fact, Addressee.LEGAL_AID);
            case DEFENDER_MET -> fact instanceof ConfidentialMeeting || fact instanceof DefenderWaived;
            case CELL_ALLOCATED -> fact instanceof CellAllocated;
            case SUSPICION_NOTIFIED -> fact instanceof SuspicionNotified;
            case BROUGHT_TO_COURT -> fact instanceof BroughtToCourt;
            case CUSTODY_ENDED -> Course.of(fact).leaves();
            case COPY_HANDED_OVER ->
                fact instanceof Released released && Boolean.TRUE.equals(released.copyHandedOver());
        };
    }

    /** Whether the step belongs to a way on these bases. */
    boolean belongs(Set<Basis> bases) {
        return switch (this) {
            case SUSPICION_NOTIFIED, BROUGHT_TO_COURT -> bases.stream().anyMatch(CRIMINAL::contains);
            case SEARCHED -> !Set.of(Basis.POLICE_CARE, Basis.VISITOR).containsAll(bases);
            case OFFICER_QUESTIONED, LETTER_GIVEN, CELL_ALLOCATED, DEFENDER_MET -> !bases.equals(Set.of(Basis.VISITOR));
            case APPREHENDED,
                    DELIVERED,
                    REGISTERED,
                    DETAINEE_QUESTIONED,
                    RIGHTS_EXPLAINED,
                    RISK_ASSESSED,
                    RELATIVES_TOLD,
                    LEGAL_AID_TOLD,
                    CUSTODY_ENDED,
                    COPY_HANDED_OVER -> true;
        };
    }

    private static boolean told(Fact fact, Addressee addressee) {
        return fact instanceof Notice notice
                && notice.addressee() == addressee
                && notice.outcome() != Outcome.ATTEMPTED;
    }
}
