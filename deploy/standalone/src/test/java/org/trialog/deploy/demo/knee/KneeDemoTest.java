package org.trialog.deploy.demo.knee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.StudyOrder.RegisterAggregate;
import org.trialog.command.order.StudyOrder.RegisterAggregates;
import org.trialog.command.study.AggregateFile;
import org.trialog.command.subject.SubjectState;
import org.trialog.deploy.demo.DemoRun;
import org.trialog.deploy.demo.story.Beginning;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.clinical.Assessment;
import org.trialog.events.clinical.Randomisation;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.protocol.Instrument;

class KneeDemoTest {

    private static final SubjectKey KEY = SubjectKey.generate("key");

    private static List<TimedOrder> orders;
    private static DemoRun run;

    @BeforeAll
    static void send() {
        orders = new KneeDemo().orders(_ -> new Sealing(() -> KEY));
        run = DemoRun.of(orders);
    }

    @Test
    void everyOrderIsAcceptedAndBreaksNoRule() {
        assertThat(run.refusals).isEmpty();
        assertThat(run.flags).isEmpty();
    }

    @Test
    void halfOfThePatientsAreRandomisedToCellsOfTheirOwn() {
        assertThat(run.subjects).hasSize(48);
        assertThat(run.subjects.values().stream()
                        .filter(patient -> arm(patient).equals("cells"))
                        .toList())
                .hasSize(24)
                .allSatisfy(
                        patient -> assertThat(patient.standing(Treatment.class)).hasSize(1));
        assertThat(run.subjects.values().stream().filter(patient -> arm(patient).equals("hyaluronate")))
                .allSatisfy(
                        patient -> assertThat(patient.standing(Treatment.class)).isEmpty());
    }

    @Test
    void theScalesAreThoseOfTheField() {
        assertThat(instrument("womac").items()).hasSize(24);
        assertThat(instrument("womac").maximum()).isEqualByComparingTo("96");
        assertThat(instrument("womac").subscales().stream()
                        .map(subscale -> subscale.items().size()))
                .containsExactly(5, 2, 17);
        assertThat(instrument("lysholm").items().stream()
                        .mapToInt(item -> item.maximum().intValue())
                        .sum())
                .isEqualTo(100);
        assertThat(instrument("lysholm").direction()).isEqualTo(Instrument.Direction.HIGHER_BETTER);
        assertThat(instrument("pain-vas").unit()).isEqualTo("cm");
    }

    @Test
    void everyWomacIsTheSumOfItsItems() {
        assertThat(run.subjects.values().stream()
                        .flatMap(patient -> patient.standing(Assessment.class).stream())
                        .map(held -> held.details())
                        .filter(filledIn -> filledIn.instrument().equals("womac")))
                .hasSizeGreaterThan(180)
                .allSatisfy(filledIn -> assertThat(filledIn.items().values().stream()
                                .mapToInt(points -> points.intValue())
                                .sum())
                        .isEqualTo(Objects.requireNonNull(filledIn.total()).intValue()));
    }

    /** 16 trials, 441 against 434; bone marrow 9, umbilical cord 2, adipose 5. */
    @Test
    void theSyntheticTrialsHaveTheCompositionOfTheMetaAnalysis() {
        List<RegisterAggregate> atSixMonths = results("synthetic-knee-trials.csv").stream()
                .filter(result -> result.at().getMonths() == 6)
                .toList();

        assertThat(subjects(atSixMonths, false)).isEqualTo(441);
        assertThat(subjects(atSixMonths, true)).isEqualTo(434);
        assertThat(atSixMonths.stream()
                        .filter(result -> !result.control())
                        .collect(Collectors.groupingBy(RegisterAggregate::cellSource, Collectors.counting())))
                .containsEntry("bone-marrow", 9L)
                .containsEntry("umbilical-cord", 2L)
                .containsEntry("adipose", 5L)
                .hasSize(3);
        assertThat(atSixMonths).allSatisfy(result -> {
            assertThat(result.trial()).startsWith("Synthetic");
            assertThat(result.source()).startsWith("synthetic");
        });
        assertThat(atSixMonths).anyMatch(result -> Objects.requireNonNullElse(result.remark(), "")
                .contains("contradicts itself"));
    }

    @Test
    void thePublishedTimeCourseIsRegisteredAsItStands() {
        assertThat(results("lamo-espinosa-2016.csv"))
                .hasSize(12)
                .filteredOn(result -> result.group().equals("low dose"))
                .extracting(result -> Objects.requireNonNull(result.median()).doubleValue())
                .containsExactly(37.0, 25.5, 24.0, 21.5);
    }

    private static List<RegisterAggregate> results(String file) {
        return AggregateFile.read(KneeDemo.STUDY, file, Beginning.file(file)).lines().stream()
                .map(RegisterAggregates.Line::result)
                .toList();
    }

    private static int subjects(List<RegisterAggregate> results, boolean control) {
        return results.stream()
                .filter(result -> result.control() == control)
                .mapToInt(RegisterAggregate::n)
                .sum();
    }

    private static String arm(SubjectState patient) {
        return patient.standing(Randomisation.class).getFirst().details().arm().value();
    }

    private static Instrument instrument(String id) {
        return Beginning.protocol(KneeDemo.STUDY, 1).protocol().instrument(id).orElseThrow();
    }
}
