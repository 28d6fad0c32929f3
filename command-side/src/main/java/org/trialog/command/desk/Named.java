package org.trialog.command.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trialog.command.order.Act;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.subject.SubjectState;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.ControlMatch;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.MotherLink;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.SubjectId;

/**
 * What an order to a subject names beyond it. Batches and subjects of records that stand count too: a correction may have
 * those judged anew.
 *
 * @param kinds of the records that are made, corrected or retracted
 * @param newSubjects others that the order names; those of standing records exist, for no subject is ever removed
 */
record Named(Set<BatchId> batches, Set<SubjectId> newSubjects, Set<SubjectId> knownSubjects, Set<RecordKind> kinds) {

    /** What decides when, and in which arm, a subject is first dosed or to be dosed. */
    private static final Set<RecordKind> DOSING = EnumSet.of(
            RecordKind.TREATMENT,
            RecordKind.DOSE_AUTHORISATION,
            RecordKind.MISSED_TREATMENT,
            RecordKind.TREATMENT_STOP,
            RecordKind.WITHDRAWAL,
            RecordKind.DEATH,
            RecordKind.ARM_CHOICE,
            RecordKind.RANDOMISATION,
            RecordKind.ARM_CHANGE,
            RecordKind.PREGNANCY,
            RecordKind.BIRTH);

    static Named by(SubjectOrder order, SubjectState state) {
        List<ClinicalRecord> said = new ArrayList<>();
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (Act act : order.acts()) {
            switch (act) {
                case Act.Make make -> said.add(make.details());
                case Act.Correct correct -> {
                    said.add(correct.after());
                    state.record(correct.id()).ifPresent(held -> kinds.add(RecordKind.of(held.base())));
                }
                case Act.Retract retract ->
                    state.record(retract.id()).ifPresent(held -> kinds.add(RecordKind.of(held.base())));
                case Act.OpenQuery open -> {}
                case Act.AnswerQuery answer -> {}
                case Act.CloseQuery close -> {}
                case Act.Redact redact -> {}
                case Act.Restrict restrict -> {}
                case Act.LiftRestriction lift -> {}
                case Act.Erase erase -> {}
            }
        }
        said.forEach(details -> kinds.add(RecordKind.of(details)));
        List<ClinicalRecord> standing = Stream.of(
                        Treatment.class, DoseAuthorisation.class, MotherLink.class, ControlMatch.class)
                .<ClinicalRecord>flatMap(type -> state.standing(type).stream().map(held -> held.details()))
                .toList();
        Set<BatchId> batches = new TreeSet<>();
        Stream.concat(said.stream(), standing.stream()).forEach(details -> addBatch(batches, details));
        Set<SubjectId> known = subjects(standing);
        Set<SubjectId> named = subjects(said);
        named.removeAll(known);
        return new Named(batches, named, known, kinds);
    }

    boolean dosing() {
        return kinds.stream().anyMatch(DOSING::contains);
    }

    private static void addBatch(Set<BatchId> batches, ClinicalRecord details) {
        if (details instanceof Treatment treatment && treatment.batch() != null) {
            batches.add(treatment.batch());
        } else if (details instanceof DoseAuthorisation dose && dose.batch() != null) {
            batches.add(dose.batch());
        }
    }

    private static Set<SubjectId> subjects(List<ClinicalRecord> records) {
        Set<SubjectId> subjects = new TreeSet<>();
        for (ClinicalRecord details : records) {
            if (details instanceof MotherLink link) {
                subjects.add(link.mother());
            } else if (details instanceof ControlMatch match && match.indexSubject() != null) {
                subjects.add(match.indexSubject());
            }
        }
        return subjects;
    }
}
