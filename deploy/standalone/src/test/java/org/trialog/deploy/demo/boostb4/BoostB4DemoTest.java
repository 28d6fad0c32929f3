package org.trialog.deploy.demo.boostb4;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Act;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.subject.Held;
import org.trialog.command.subject.SubjectState;
import org.trialog.deploy.demo.DemoRun;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.clinical.Addressee;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.clinical.AdverseEventFollowUp;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Assessor;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.ConsentWithdrawal;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureConfirmation;
import org.trialog.events.clinical.FractureRefutation;
import org.trialog.events.clinical.Imaging;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.MissedTreatment;
import org.trialog.events.clinical.MissedVisit;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.SafetyReport;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.SeriousnessCriterion;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.clinical.TreatmentStop;
import org.trialog.events.clinical.Withdrawal;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.Source;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;

class BoostB4DemoTest {

    private static final Map<SubjectId, SubjectKey> KEYS = new HashMap<>();
    private static final Map<SubjectId, Sealing> SEALINGS = new HashMap<>();
    private static List<TimedOrder> orders = List.of();
    private static DemoRun run = DemoRun.of(List.of());

    @BeforeAll
    static void make() {
        orders = new BoostB4Demo().orders(BoostB4DemoTest::sealing);
        run = DemoRun.of(orders);
    }

    @Test
    void noRuleRefusesAnyOrder() {
        assertThat(run.refusals).isEmpty();
    }

    @Test
    void ordersComeInTheOrderOfTheirTimesAndEndBeforeNovember2026() {
        assertThat(orders).extracting(TimedOrder::at).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(orders).extracting(TimedOrder::at).doesNotHaveDuplicates();
        assertThat(orders.getFirst().at()).isBefore(Instant.parse("2017-01-01T00:00:00Z"));
        assertThat(orders.getLast().at())
                .isBetween(Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(orders).allSatisfy(timed -> {
            assertThat(timed.sender().source()).isEqualTo(Source.SIMULATION);
            assertThat(timed.sender().simulatedTime()).isEqualTo(timed.at());
        });
    }

    @Test
    void theFlagsRaisedAreThoseThatTheDesignAsksFor() {
        assertThat(run.flags)
                .extracting(RecordFlagged::code)
                .contains(
                        "dose-out-of-window",
                        "cells-per-kg-outside-tolerance",
                        "weight-too-old",
                        "batch-expired",
                        "implausible-value",
                        "refracture-or-duplicate")
                .hasSizeLessThan(40);
    }

    @Test
    void theSameHistoryComesOutEachTime() {
        List<TimedOrder> again = new BoostB4Demo().orders(BoostB4DemoTest::sealing);

        assertThat(again).extracting(TimedOrder::at).isEqualTo(times(orders));
        assertThat(facts(DemoRun.of(again))).isEqualTo(facts(run));
    }

    @Test
    void everySubjectIsScreenedFirst() {
        Set<SubjectId> screened = new HashSet<>();
        for (TimedOrder timed : orders) {
            if (timed.order() instanceof SubjectOrder order && screened.add(order.subject())) {
                assertThat(order.acts().getFirst())
                        .isInstanceOfSatisfying(Act.Make.class, make -> assertThat(make.details())
                                .isInstanceOf(Screening.class));
            }
        }
        assertThat(screened).hasSize(78);
    }

    @Test
    void theArmsHaveTheirSizes() {
        assertThat(inArm("postnatal")).hasSize(15);
        assertThat(inArm("prenatal-postnatal")).hasSize(3);
        assertThat(inArm("control-prospective")).hasSize(20);
        assertThat(inArm("control-historical")).hasSize(40);
        assertThat(Stream.concat(inArm("control-prospective").stream(), inArm("control-historical").stream()))
                .allSatisfy(state -> assertThat(state.standing(Treatment.class)).isEmpty());
    }

    @Test
    void theRateFallsByAbout70PercentInYear1AndBy78PercentInYear2() {
        Tally before = new Tally();
        Tally year1 = new Tally();
        Tally year2 = new Tally();
        for (SubjectState child : inArm("postnatal")) {
            LocalDate first = doses(child).getFirst();
            LocalDate last = doses(child).getLast();
            LocalDate birth = birth(child);
            before.add(child, later(birth, first.minusMonths(6)), first);
            year1.add(child, last, last.plusYears(1));
            year2.add(child, last.plusYears(1), last.plusYears(2));
        }

        assertThat(before.events).isEqualTo(20);
        assertThat(year1.events).isEqualTo(13);
        assertThat(year2.events).isEqualTo(9);
        assertThat(1 - year1.rate() / before.rate()).isBetween(0.68, 0.72);
        assertThat(1 - year2.rate() / before.rate()).isBetween(0.76, 0.80);
    }

    @Test
    void moreThanHalfOfTheTreatedHaveNoFractureInYear2() {
        long free = treated().stream()
                .filter(child -> count(
                                child,
                                doses(child).getLast().plusYears(1),
                                doses(child).getLast().plusYears(2))
                        == 0)
                .count();

        assertThat(free).isEqualTo(11);
        for (String arm : List.of("postnatal", "prenatal-postnatal")) {
            assertThat(inArm(arm).stream()
                            .filter(child -> count(
                                            child,
                                            doses(child).getLast().plusYears(1),
                                            doses(child).getLast().plusYears(2))
                                    == 0)
                            .count())
                    .isGreaterThan(inArm(arm).size() / 2);
        }
    }

    @Test
    void noTreatedChildHasMoreThanFiveFracturesFromItsFirstDoseOn() {
        List<Integer> counts = treated().stream()
                .map(child -> count(child, doses(child).getFirst(), LocalDate.of(2027, 1, 1)))
                .toList();

        assertThat(counts).contains(0, 5).allMatch(count -> count <= 5);
    }

    @Test
    void theUntreatedBreakMoreThanTheTreated() {
        Tally untreated = new Tally();
        for (SubjectState child : inArm("control-prospective")) {
            LocalDate enrolled =
                    day(child.standing(Enrolment.class).getFirst().details().date());
            untreated.add(child, enrolled.plusYears(1), enrolled.plusYears(2));
        }

        assertThat(untreated.rate()).isBetween(1.5, 3.0);
    }

    @Test
    void agesAtConsentAreBelowTheLimitOfTheVersionConsentedTo() {
        for (SubjectState child : inArm("postnatal")) {
            Consent consent = child.standing(Consent.class).getFirst().details();
            LocalDate expected =
                    child.standing(Pregnancy.class).getFirst().details().expectedDate();
            int months = consent.protocolVersion() == null || consent.protocolVersion() == 1 ? 12 : 18;

            assertThat(day(consent.date())).isBefore(expected.plusMonths(months));
        }
        assertThat(inArm("postnatal").stream().filter(child -> day(child.standing(Consent.class)
                                .getFirst()
                                .details()
                                .date())
                        .isAfter(child.standing(Pregnancy.class)
                                .getFirst()
                                .details()
                                .expectedDate()
                                .plusMonths(12))))
                .isNotEmpty();
    }

    @Test
    void theOddThingsOfAClinicHappen() {
        assertThat(all(MissedTreatment.class)).hasSize(1);
        assertThat(all(TreatmentStop.class)).hasSize(1);
        assertThat(all(LossToFollowUp.class)).hasSize(2);
        assertThat(all(Withdrawal.class)).hasSize(1);
        assertThat(all(ConsentWithdrawal.class)).hasSize(1);
        assertThat(all(Imaging.class)).hasSize(2);
        assertThat(all(FractureConfirmation.class)).hasSize(2);
        assertThat(all(FractureRefutation.class)).hasSize(1);
        assertThat(all(AdverseEventFollowUp.class))
                .extracting(AdverseEventFollowUp::by)
                .containsExactly(Assessor.INVESTIGATOR, Assessor.SPONSOR);
        assertThat(all(SafetyReport.class))
                .extracting(SafetyReport::to)
                .containsExactlyInAnyOrder(Addressee.SPONSOR, Addressee.SPONSOR, Addressee.ETHICS_COMMITTEE);
        assertThat(acts(Act.OpenQuery.class)).hasSize(1);
        assertThat(acts(Act.AnswerQuery.class)).hasSize(1);
        assertThat(acts(Act.CloseQuery.class)).hasSize(1);
        assertThat(all(Death.class)).hasSize(1);
        assertThat(all(MissedVisit.class)).isNotEmpty();
        assertThat(all(Deviation.class)).hasSize(1);
        assertThat(all(Fracture.class)).anyMatch(Fracture::perinatalByMechanism);
        assertThat(all(Fracture.class))
                .extracting(Fracture::confirmation)
                .contains(Confirmation.PENDING, Confirmation.CONFIRMED, Confirmation.REFUTED);
        assertThat(all(Fracture.class))
                .extracting(fracture -> fracture.date().text())
                .anyMatch(text -> text.contains("/"));
        assertThat(all(Fracture.class))
                .extracting(fracture -> fracture.date().text())
                .anyMatch(text -> text.length() == 7);
        assertThat(all(Fracture.class))
                .extracting(fracture -> fracture.date().text())
                .anyMatch(text -> text.length() == 4);
        assertThat(all(Fracture.class)).anyMatch(fracture -> fracture.incident() != null);
        assertThat(all(Treatment.class))
                .anyMatch(dose -> dose.date().gestationalAge().isPresent());
        assertThat(all(AdverseEvent.class).stream().flatMap(event -> event.criteria().stream()))
                .contains(SeriousnessCriterion.values());
        assertThat(acts(Act.Retract.class)).hasSize(1);
        assertThat(acts(Act.Correct.class)).hasSize(3);
    }

    @Test
    void someFactsAreRecordedMonthsLate() {
        assertThat(delays()).anyMatch(days -> days > 180 && days < 800);
    }

    @Test
    void noBirthDateStandsInClear() {
        for (SubjectState state : run.subjects.values()) {
            String born = birth(state).toString();
            for (TimedOrder timed : orders) {
                if (timed.order() instanceof SubjectOrder order
                        && order.subject().equals(state.subject())) {
                    assertThat(order.acts())
                            .noneMatch(act -> act instanceof Act.Make make
                                    && FactJson.mapper()
                                            .valueToTree(make.details())
                                            .toString()
                                            .contains(born));
                }
            }
        }
    }

    @Test
    void whatPeopleWroteSaysThatItIsSynthetic() {
        List<String> words = new ArrayList<>();
        for (Fracture fracture : all(Fracture.class)) {
            if (fracture.note() != null) {
                words.add(fracture.note().key());
            }
        }
        assertThat(words).isNotEmpty();
        for (SubjectState state : run.subjects.values()) {
            for (Held<Fracture> held : state.standing(Fracture.class)) {
                if (held.details().note() != null) {
                    assertThat(opened(state.subject(), held.details().note())).startsWith("synthetic: ");
                }
            }
        }
    }

    /** Fractures and person-time of a window, confirmed follow-up only. */
    private static final class Tally {

        private int events;
        private double years;

        void add(SubjectState child, LocalDate from, LocalDate to) {
            events += count(child, from, to);
            LocalDate confirmed = child.standing(FollowUp.class).stream()
                    .map(held -> held.details().through())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate end = confirmed.isBefore(to) ? confirmed : to;
            years += Math.max(0, ChronoUnit.DAYS.between(from, end)) / 365.25;
        }

        double rate() {
            return events / years;
        }
    }

    /** Incident fractures by their earliest day, refuted ones left out. */
    private static int count(SubjectState child, LocalDate from, LocalDate to) {
        return (int) child.standing(Fracture.class).stream()
                .map(Held::details)
                .filter(fracture -> !fracture.perinatalByMechanism() && fracture.confirmation() != Confirmation.REFUTED)
                .map(fracture -> day(fracture.date()))
                .filter(day -> !day.isBefore(from) && day.isBefore(to))
                .count();
    }

    private static List<LocalDate> doses(SubjectState child) {
        LocalDate expected =
                child.standing(Pregnancy.class).getFirst().details().expectedDate();
        return child.standing(Treatment.class).stream()
                .map(held -> held.details().date().range(expected).orElseThrow().earliest())
                .sorted()
                .toList();
    }

    private static LocalDate birth(SubjectState child) {
        return child.standing(Birth.class).getFirst().details().age().birth().earliest();
    }

    private static LocalDate day(ClinicalDate date) {
        return date.range().map(DateRange::earliest).orElseThrow();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static List<SubjectState> treated() {
        return Stream.concat(inArm("postnatal").stream(), inArm("prenatal-postnatal").stream())
                .toList();
    }

    private static List<SubjectState> inArm(String arm) {
        return run.subjects.values().stream()
                .filter(state -> state.standing(ArmChoice.class)
                        .getFirst()
                        .details()
                        .arm()
                        .value()
                        .equals(arm))
                .toList();
    }

    private static <D extends ClinicalRecord> List<D> all(Class<D> type) {
        return run.subjects.values().stream()
                .flatMap(state -> state.standing(type).stream())
                .map(Held::details)
                .toList();
    }

    private static <A extends Act> List<A> acts(Class<A> type) {
        return orders.stream()
                .filter(timed -> timed.order() instanceof SubjectOrder)
                .flatMap(timed -> ((SubjectOrder) timed.order()).acts().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Days between a fracture of the treated and its recording. */
    private static List<Long> delays() {
        List<Long> delays = new ArrayList<>();
        for (TimedOrder timed : orders) {
            if (timed.order() instanceof SubjectOrder order
                    && !order.subject().value().contains("-H")) {
                for (Act act : order.acts()) {
                    Optional<LocalDate> broke = act instanceof Act.Make make && make.details() instanceof Fracture one
                            ? one.date().day()
                            : Optional.empty();
                    broke.ifPresent(day ->
                            delays.add(ChronoUnit.DAYS.between(day, LocalDate.ofInstant(timed.at(), ZoneOffset.UTC))));
                }
            }
        }
        return delays;
    }

    private static List<Instant> times(List<TimedOrder> of) {
        return of.stream().map(TimedOrder::at).toList();
    }

    /** As text without ciphertext, which is new each time. */
    private static List<String> facts(DemoRun of) {
        return of.facts.stream()
                .map(fact -> FactJson.write(fact).replaceAll("\"key\":\"[^\"]*\",\"ciphertext\":\"[^\"]*\"", ""))
                .toList();
    }

    private static SubjectKey key(SubjectId subject) {
        return KEYS.computeIfAbsent(subject, id -> SubjectKey.generate("key-" + id));
    }

    private static String opened(SubjectId subject, Personal<String> sealed) {
        byte[] wrapped =
                Objects.requireNonNull(sealing(subject).keys().wrapped().get(sealed.key()));
        return key(subject).unwrap(sealed.key(), wrapped).open(sealed, text -> text);
    }

    private static Sealing sealing(SubjectId subject) {
        return SEALINGS.computeIfAbsent(subject, id -> new Sealing(() -> key(id)));
    }
}
