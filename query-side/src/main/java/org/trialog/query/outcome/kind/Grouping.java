package org.trialog.query.outcome.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.protocol.Arm;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.SiteId;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.SubjectRecord;

/** Which group a subject belongs to on a day, and in which order groups stand. */
public record Grouping(Question question) {

    static final String ARM = "arm";
    static final String SITE = "site";
    static final String DOSE_COUNT = "dose-count";
    static final String NONE = "none";

    private static final Set<String> BUILT_IN = Set.of(ARM, SITE, DOSE_COUNT, NONE, Covariates.SEX);
    private static final String ALL = "all";
    private static final String UNASSIGNED = "unassigned";
    private static final String UNKNOWN = "unknown";

    /** What subjects can be grouped by: the built-in groupings, and the codes of their covariates. */
    public static SortedSet<String> choices(List<SubjectRecord> records) {
        SortedSet<String> choices = records.stream()
                .flatMap(record -> record.of(Covariate.class).stream())
                .map(entry -> entry.details().code())
                .collect(Collectors.toCollection(TreeSet::new));
        choices.addAll(BUILT_IN);
        return choices;
    }

    /** The value as at the day. */
    String of(Person person, LocalDate day) {
        return switch (question.by()) {
            case ARM ->
                person.allotment(day).map(allotted -> allotted.arm().value()).orElse(UNASSIGNED);
            case SITE -> person.site(day).map(SiteId::value).orElse(UNKNOWN);
            case DOSE_COUNT -> Long.toString(doses(person, day));
            case NONE -> ALL;
            default ->
                Covariates.at(person, question.by(), day)
                        .map(Covariates.Known::value)
                        .orElse(UNKNOWN);
        };
    }

    static long doses(Person person, LocalDate day) {
        return person.doses().stream()
                .filter(dose -> !dose.start().earliest().isAfter(day))
                .count();
    }

    /** Arms as the protocol lists them, with or without subjects; other groups sorted, unknown last. */
    List<String> ordered(Collection<String> present) {
        List<String> listed = new ArrayList<>();
        if (question.byArm()) {
            question.protocol().arms().stream().map(Arm::id).map(ArmId::value).forEach(listed::add);
        }
        Comparator<String> order =
                Comparator.comparing((String name) -> name.equals(UNKNOWN) || name.equals(UNASSIGNED));
        if (question.by().equals(DOSE_COUNT)) {
            order = order.thenComparing(name -> Integer.parseInt(name));
        }
        present.stream()
                .filter(name -> !listed.contains(name))
                .distinct()
                .sorted(order.thenComparing(Function.identity()))
                .forEach(listed::add);
        return listed;
    }
}
