package org.trialog.command.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Completion;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.Withdrawal;

/**
 * What a subject's records are and what is refused, written a second time as plainly as can be: lists, exact days, a
 * sentence a rule. It shares nothing with the deciders but the vocabulary.
 */
final class PlainModel {

    static final String CONTROL = "untreated";
    static final int PLANNED_DOSES = 3;

    private final Map<String, ClinicalRecord> standing = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<String, Integer> numbers = new TreeMap<>();

    Map<String, ClinicalRecord> standing() {
        return standing;
    }

    boolean isGone(String id) {
        return gone.contains(id);
    }

    void make(ClinicalRecord record) {
        String kind = RecordKind.of(record).token();
        standing.put(kind + "-" + numbers.merge(kind, 1, Integer::sum), record);
    }

    void correct(String id, ClinicalRecord after) {
        standing.replace(id, after);
    }

    void retract(String id) {
        standing.remove(id);
        gone.add(id);
    }

    /** Why making a record is refused; empty when it is not. */
    Set<String> refusalsOf(ClinicalRecord record) {
        if (screenedByMistake()) {
            return Set.of("subject-unknown");
        }
        Set<String> why = new LinkedHashSet<>();
        if (record instanceof Screening) {
            why(why, "subject-number-in-use", !standing.isEmpty());
            return why;
        }
        if (standing.isEmpty()) {
            return Set.of("subject-unknown");
        }
        LocalDate day = day(record);
        why.addAll(endings(record, day));
        switch (record) {
            case Enrolment enrolment -> {
                once(why, Enrolment.class);
                consented(why, day);
            }
            case ArmChoice choice -> {
                once(why, ArmChoice.class);
                why(why, "not-enrolled", all(Enrolment.class).isEmpty());
            }
            case Treatment dose -> dose(why, dose, day);
            case MissedTreatment missed -> {
                why(why, "arm-not-set", arm() == null);
                why(why, "dose-to-control", CONTROL.equals(arm()));
                why(why, "dose-given", any(Treatment.class, dose -> dose.number() == missed.number()));
            }
            case Visit visit -> consented(why, day);
            case SafetyReport report -> {
                ClinicalRecord event = standing.get(report.of().value());
                why(why, "record-unknown", event == null);
                why(why, "reported-before-known", event != null && day.isBefore(day(event)));
            }
            case Death death -> once(why, Death.class);
            case TreatmentStop stop -> once(why, TreatmentStop.class);
            case Completion completion -> once(why, Completion.class);
            default -> {}
        }
        return why;
    }

    /** A correction is refused for what its record did not break before. */
    Set<String> refusalsOfCorrection(String id, Fracture after) {
        ClinicalRecord before = standing.get(id);
        if (screenedByMistake()) {
            return Set.of("subject-unknown");
        }
        if (before == null) {
            return Set.of(isGone(id) ? "record-retracted" : "record-unknown");
        }
        if (before.equals(after)) {
            return Set.of("nothing-changes");
        }
        Set<String> why = new LinkedHashSet<>(endings(after, day(after)));
        why.removeAll(endings(before, day(before)));
        return why;
    }

    Set<String> refusalsOfRetraction(String id) {
        if (screenedByMistake()) {
            return Set.of("subject-unknown");
        }
        if (!standing.containsKey(id)) {
            return Set.of(isGone(id) ? "record-retracted" : "record-unknown");
        }
        return standing.get(id) instanceof Screening && standing.size() > 1 ? Set.of("others-depend-on-it") : Set.of();
    }

    /** Its only record was retracted: no site has to do with it any more, and its number is never given again. */
    private boolean screenedByMistake() {
        return standing.isEmpty() && !gone.isEmpty();
    }

    private void dose(Set<String> why, Treatment dose, LocalDate day) {
        int number = dose.number();
        why(why, "arm-not-set", arm() == null);
        why(why, "not-enrolled", all(Enrolment.class).isEmpty());
        why(why, "dose-to-control", CONTROL.equals(arm()));
        why(why, "more-doses-than-planned", "cells".equals(arm()) && number > PLANNED_DOSES);
        why(why, "dose-number-taken", any(Treatment.class, other -> other.number() == number));
        why(why, "dose-after-stop", any(TreatmentStop.class, stop -> day.isAfter(day(stop))));
        List<Treatment> predecessors = all(Treatment.class).stream()
                .filter(other -> other.number() == number - 1)
                .toList();
        boolean missed = any(MissedTreatment.class, one -> one.number() == number - 1);
        boolean alone = number > 1 && !missed && predecessors.isEmpty();
        boolean tooEarly = number > 1
                && !missed
                && !predecessors.isEmpty()
                && predecessors.stream().allMatch(other -> day.isBefore(day(other)));
        boolean tooLate = any(Treatment.class, other -> other.number() > number && day.isAfter(day(other)));
        why(why, "dose-out-of-order", alone || tooEarly || tooLate);
        consented(why, day);
    }

    /** Death, the withdrawal of consent and completion close what is dated after them. */
    private Set<String> endings(ClinicalRecord record, LocalDate day) {
        Set<String> why = new LinkedHashSet<>();
        boolean clinical = record instanceof Enrolment
                || record instanceof ArmChoice
                || record instanceof Treatment
                || record instanceof Visit
                || record instanceof Fracture;
        boolean closedByDeath = clinical || record instanceof Consent || record instanceof AdverseEvent;
        why(why, "after-death", closedByDeath && last(Death.class, day));
        boolean withdrawn = any(
                Withdrawal.class,
                withdrawal -> day.isAfter(day(withdrawal))
                        && !any(
                                Consent.class,
                                given -> day(given).isAfter(day(withdrawal))
                                        && !day(given).isAfter(day)));
        why(why, "after-consent-withdrawn", clinical && withdrawn);
        why(why, "after-completion", clinical && last(Completion.class, day));
        return why;
    }

    private boolean last(Class<? extends ClinicalRecord> ending, LocalDate day) {
        List<? extends ClinicalRecord> all = all(ending);
        return !all.isEmpty() && day.isAfter(day(all.getLast()));
    }

    private void consented(Set<String> why, LocalDate day) {
        List<Consent> given = all(Consent.class);
        why(why, "consent-missing", given.isEmpty());
        why(why, "before-consent", !given.isEmpty() && given.stream().allMatch(consent -> day.isBefore(day(consent))));
    }

    private void once(Set<String> why, Class<? extends ClinicalRecord> kind) {
        why(why, "already-recorded", !all(kind).isEmpty());
    }

    private String arm() {
        List<ArmChoice> chosen = all(ArmChoice.class);
        return chosen.isEmpty() ? null : chosen.getLast().arm().value();
    }

    private <D extends ClinicalRecord> boolean any(Class<D> kind, Predicate<D> is) {
        return all(kind).stream().anyMatch(is);
    }

    private <D extends ClinicalRecord> List<D> all(Class<D> kind) {
        List<D> found = new ArrayList<>();
        standing.values().stream().filter(kind::isInstance).forEach(one -> found.add(kind.cast(one)));
        return found;
    }

    private static LocalDate day(ClinicalRecord record) {
        return record.date().day().orElseThrow();
    }

    private static void why(Set<String> why, String code, boolean applies) {
        if (applies) {
            why.add(code);
        }
    }
}
