package org.trialog.deploy.demo.boostb4;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.trialog.deploy.demo.story.Deed;
import org.trialog.deploy.demo.story.DemoSite;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.Visit;
import org.trialog.events.clinical.VisitMode;
import org.trialog.events.clinical.VisitType;
import org.trialog.events.value.ClinicalDate;

/**
 * The visits of one subject. What happens between two of them is told at the later one, and each confirms the status of
 * the time since the last: follow-up has no gap unless the design wants one.
 */
final class Course {

    private final Story story;
    private final Growth growth;
    private final List<Happening> untold = new ArrayList<>();
    private final List<LocalDate> elsewhere = new ArrayList<>();
    private LocalDate confirmedThrough;

    private record Happening(LocalDate day, ClinicalRecord record) {}

    /** @param confirmedFrom first day of confirmed follow-up */
    Course(Story story, Growth growth, LocalDate confirmedFrom) {
        this.story = story;
        this.growth = growth;
        this.confirmedThrough = confirmedFrom;
    }

    Growth growth() {
        return growth;
    }

    /** Something that the next visit on or after that day hears of. */
    void happened(LocalDate day, ClinicalRecord record) {
        untold.add(new Happening(day, record));
    }

    /** Something of that day that is recorded on its own: the next visit that asks is told of it. */
    void knownOf(LocalDate day) {
        elsewhere.add(day);
    }

    /** A planned visit at the child's own hospital, with all that is asked there. */
    FollowUp visit(LocalDate day, String code) {
        return visit(day, code, story.home(), examination(day));
    }

    /** Weight, height and pain. */
    List<Deed> examination(LocalDate day) {
        return List.of(makes(growth.weight(day)), makes(growth.height(day)), makes(pain(day)));
    }

    FollowUp visit(LocalDate day, String code, DemoSite site, List<Deed> more) {
        List<Deed> told = told(day);
        FollowUp status = status(day, FollowUpSource.VISIT, told);
        List<Deed> deeds = new ArrayList<>();
        deeds.add(
                makes(new Visit(ClinicalDate.on(day), null, code, null, null, VisitType.SCHEDULED, VisitMode.CLINIC)));
        deeds.addAll(more);
        deeds.add(makes(status));
        deeds.addAll(told);
        story.sit(day, site, true, deeds);
        return status;
    }

    /** The status is asked without a visit: by telephone, or read from charts. */
    FollowUp asked(LocalDate day, FollowUpSource source) {
        List<Deed> told = told(day);
        FollowUp status = status(day, source, told);
        List<Deed> deeds = new ArrayList<>(told);
        deeds.addFirst(makes(status));
        story.sit(day, story.home(), false, deeds);
        return status;
    }

    /** The same answer, once it turns out that something had happened all the same. */
    static FollowUp these(FollowUp none) {
        return new FollowUp(
                none.kinds(), none.from(), none.through(), FollowUpAnswer.THESE, none.source(), none.visit());
    }

    static Deed makes(ClinicalRecord record) {
        return new Deed.Makes(record, null);
    }

    private FollowUp status(LocalDate day, FollowUpSource source, List<Deed> told) {
        LocalDate from = confirmedThrough;
        boolean anything = elsewhere.stream().anyMatch(known -> !known.isBefore(from) && !known.isAfter(day))
                || told.stream()
                        .anyMatch(deed -> deed instanceof Deed.Makes makes
                                && (makes.record() instanceof Fracture || makes.record() instanceof AdverseEvent));
        FollowUp status = new FollowUp(
                Set.of(FollowUpKind.ALL),
                from,
                day,
                anything ? FollowUpAnswer.THESE : FollowUpAnswer.NONE,
                source,
                null);
        confirmedThrough = day;
        return status;
    }

    private List<Deed> told(LocalDate day) {
        List<Deed> told = untold.stream()
                .filter(happening -> !happening.day().isAfter(day))
                .sorted(Comparator.comparing(Happening::day))
                .map(happening -> makes(happening.record()))
                .toList();
        untold.removeIf(happening -> !happening.day().isAfter(day));
        return told;
    }

    private Assessment pain(LocalDate day) {
        BigDecimal total = BigDecimal.valueOf(5L * story.random().nextInt(13), 1);
        return new Assessment(ClinicalDate.on(day), "pain-vas", "1", new TreeMap<>(), total, null);
    }
}
