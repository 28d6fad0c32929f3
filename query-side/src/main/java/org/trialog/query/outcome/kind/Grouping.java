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
import java.util.stream.Stream;
import org.trialog.events.clinical.Covariate;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.SiteId;
import org.trialog.query.outcome.person.Person;
import org.trialog.query.record.SubjectRecord;

/** Which group a subject belongs to on a day, and in which order groups stand. */
public record Grouping(Question question) {

    static final String ARM = "arm";
    static final String SITE = "site";
    static final String DOSE_COUNT = "dose-count";
    static final String CELL_SOURCE = "cell-source";
    static final String AUTOLOGOUS = "autologous";
    static final String AGE_BAND = "age-band";
    static final String NONE = "none";

    private static final Set<String> BUILT_IN =
            Set.of(ARM, SITE, DOSE_COUNT, CELL_SOURCE, AUTOLOGOUS, AGE_BAND, NONE, Covariates.SEX);
    private static final String ALL = "all";
    private static final String UNASSIGNED = "unassigned";
    static final String UNKNOWN = "unknown";

    /** What an outcome can be asked by: the built-in groupings, and the codes of the subjects' covariates. */
    public static SortedSet<String> choices(OutcomeDefinition.Kind kind, List<SubjectRecord> records) {
        SortedSet<String> choices = records.stream()
                .flatMap(record -> record.of(Covariate.class).stream())
                .map(entry -> entry.details().code())
                .collect(Collectors.toCollection(TreeSet::new));
        choices.addAll(BUILT_IN);
        if (kind == OutcomeDefinition.Kind.ADVERSE_EVENTS) {
            choices.addAll(Stream.of(Breakdown.values()).map(Breakdown::token).toList());
        }
        return choices;
    }

    /** The value as at the day. */
    String of(Person person, LocalDate day) {
        return switch (question.grouping()) {
            case ARM ->
                person.allotment(day).map(allotted -> allotted.arm().value()).orElse(UNASSIGNED);
            case SITE -> person.site(day).map(SiteId::value).orElse(UNKNOWN);
            case DOSE_COUNT -> Long.toString(doses(person, day));
            case CELL_SOURCE -> new CellsGiven(question.batches()).source(person, day);
            case AUTOLOGOUS -> new CellsGiven(question.batches()).origin(person, day);
            case AGE_BAND -> question.ageBands().of(person, day);
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
        if (question.grouping().equals(AGE_BAND)) {
            question.ageBands().names().stream().filter(present::contains).forEach(listed::add);
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
