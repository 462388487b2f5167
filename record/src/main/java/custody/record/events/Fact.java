package custody.record.events;

/**
 * What an event says happened, without who wrote it and when. The components of each record are its fields: the
 * {@code catalogue} derives forms, parsing, canonical encoding and labels from them, so their names are part of the
 * format and never change.
 */
public sealed interface Fact
        permits CustodyFact,
                QuestioningFact,
                RightsFact,
                NoticeFact,
                DefenceFact,
                CareFact,
                MedicalFact,
                PropertyFact,
                CoercionFact,
                MovementFact,
                ContactFact,
                ComplaintFact,
                IncidentFact,
                VideoFact,
                SystemFact {}
