package org.trialog.query.figure;

import java.time.LocalDate;
import java.util.List;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.record.SubjectRecord;

/** Computes an outcome: pure, the same question has the same answer to the byte. */
public interface Computation {

    /**
     * What is to be computed.
     *
     * @param protocol in force at the moment
     * @param subjects as known at the moment, in the order of their codes
     * @param cutoff the last day that is looked at
     * @param by the grouping
     */
    record Question(
            Protocol protocol,
            OutcomeDefinition definition,
            Standing standing,
            List<SubjectRecord> subjects,
            LocalDate cutoff,
            String by) {

        public Question {
            subjects = List.copyOf(subjects);
        }
    }

    /** Whether the definition stood before anybody could have seen what it would give. */
    enum Standing {
        /** Published before the first data of the study. */
        BEFORE_DATA,
        /** Published when there were data. */
        AFTER_DATA,
        /** Not published: tried. */
        HYPOTHETICAL
    }

    /**
     * What came out.
     *
     * @param definitionHash SHA-256 of the definition's canonical JSON, hexadecimal
     * @param result canonical JSON
     */
    record Answer(String definitionHash, String result) {}

    /** @throws org.trialog.query.problem.Problem 400 when the outcome cannot be computed as it is defined */
    Answer compute(Question question);
}
