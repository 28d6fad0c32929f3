package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.command.order.Act;
import org.trialog.command.order.ImportedRow;
import org.trialog.command.order.Reason;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.SubjectOrder;
import org.trialog.command.order.SubjectOrder.Strictness;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * Given what is known of a subject, when something is recorded, then … : a small language for tests of the decider.
 * Immutable, so that one given serves several whens.
 */
public record Clinic(SubjectState state, Surroundings surroundings, RuleBook book) {
    public static final SiteId SITE = new SiteId("SE");
    public static final SiteId OTHER_SITE = new SiteId("NL");
    public static final Personal<String> WORDS = new Personal<>("k1", "c2VhbGVk");
    private static final StudyId STUDY = new StudyId("bones");
    private static final SubjectId SUBJECT = new SubjectId("SE-001");

    /** It is the morning of 1 June 2024 there, and nobody has been screened. */
    public static Clinic opens() {
        return new Clinic(
                SubjectState.empty(STUDY, SUBJECT),
                new Surroundings(
                        new TreeMap<>(Map.of(1, TrialOfBones.version(1))),
                        Map.of(SITE, ZoneId.of("Europe/Stockholm"), OTHER_SITE, ZoneId.of("Europe/Amsterdam")),
                        Map.of(),
                        Instant.parse("2024-06-01T06:00:00Z")),
                RuleBook.STANDARD);
    }

    /** As a study made from an import, that declares arms and visits only. */
    public static Clinic opensBare() {
        return opens().under(TrialOfBones.bare());
    }

    public Clinic under(Protocol protocol) {
        SortedMap<Integer, Protocol> more = new TreeMap<>(surroundings.protocols());
        more.put(protocol.version(), protocol);
        return within(Around.of(surroundings).protocols(more));
    }

    public Clinic amended() {
        return under(TrialOfBones.amended());
    }

    public Clinic at(String instant) {
        return within(Around.of(surroundings).recordedAt(Instant.parse(instant)));
    }

    public Clinic batch(String id, String released, String expires) {
        return batch(
                id,
                new Surroundings.BatchStanding(
                        released == null ? null : LocalDate.parse(released), LocalDate.parse(expires)));
    }

    public Clinic batch(String id, Surroundings.BatchStanding standing) {
        Map<BatchId, Surroundings.BatchStanding> more = new HashMap<>(surroundings.batches());
        more.put(new BatchId(id), standing);
        return within(Around.of(surroundings).batches(more));
    }

    /** Who sends what follows. */
    public Clinic as(Role role) {
        return within(Around.of(surroundings).role(role));
    }

    /** The whole study is locked through that day. */
    public Clinic lockedThrough(String day) {
        return locked(new Surroundings.DataCut(new RecordId("cut-1"), null, null, null, LocalDate.parse(day)));
    }

    public Clinic locked(Surroundings.DataCut cut) {
        return within(Around.of(surroundings).cuts(and(surroundings.cuts(), cut)));
    }

    /** All dosing is held from that day on, until further notice or the other day. */
    public Clinic held(String since, String until) {
        return held(new Surroundings.DosingHold(
                new RecordId("hold-1"),
                null,
                null,
                LocalDate.parse(since),
                until == null ? null : LocalDate.parse(until)));
    }

    public Clinic held(Surroundings.DosingHold hold) {
        return within(Around.of(surroundings).holds(and(surroundings.holds(), hold)));
    }

    /** Another subject of the study was first dosed. */
    public Clinic firstDoseOf(String other, String arm, String date) {
        return firstDoseOf(other, arm, date, false);
    }

    /** Another subject's first dose is authorised for that day. */
    public Clinic firstDosePlannedFor(String other, String arm, String date) {
        return firstDoseOf(other, arm, date, true);
    }

    private Clinic firstDoseOf(String other, String arm, String date, boolean planned) {
        DateRange day = Records.on(date).range().orElseThrow();
        return within(Around.of(surroundings)
                .firstDoses(and(
                        surroundings.firstDoses(),
                        new Surroundings.FirstDose(new SubjectId(other), new ArmId(arm), day, planned))));
    }

    /** The study has these other subjects. */
    public Clinic amongOthers(String... others) {
        Set<SubjectId> more = new HashSet<>(surroundings.subjects());
        Arrays.stream(others).map(SubjectId::new).forEach(more::add);
        return within(Around.of(surroundings).subjects(more));
    }

    public Clinic closed(SiteId site, String day) {
        Surroundings.SiteStanding open = surroundings.sites().get(site);
        return standing(site, new Surroundings.SiteStanding(open.zone(), LocalDate.parse(day), open.activations()));
    }

    /** A site goes by a version from that day on. */
    public Clinic activated(SiteId site, int version, String day) {
        Surroundings.SiteStanding open = surroundings.sites().get(site);
        NavigableMap<LocalDate, Integer> more = new TreeMap<>(open.activations());
        more.put(LocalDate.parse(day), version);
        return standing(site, new Surroundings.SiteStanding(open.zone(), open.closedOn(), more));
    }

    private Clinic standing(SiteId site, Surroundings.SiteStanding standing) {
        Map<SiteId, Surroundings.SiteStanding> more = new HashMap<>(surroundings.sites());
        more.put(site, standing);
        return within(Around.of(surroundings).sites(more));
    }

    public Clinic without(String code) {
        return new Clinic(state, surroundings, book.without(code));
    }

    /** Given: each of these was recorded by a person, one after another, and accepted. */
    public Clinic knows(ClinicalRecord... records) {
        Clinic clinic = this;
        for (ClinicalRecord record : records) {
            clinic = clinic.accepts(Act.Make.of(record));
        }
        return clinic;
    }

    /** When a person's acts are sent as one order, then it is accepted. */
    public Clinic accepts(Act... acts) {
        return after(accepted(live(false, acts)));
    }

    public Clinic acceptsVisit(ClinicalRecord... records) {
        return after(accepted(live(true, makes(records))));
    }

    /** When it is recorded as a deviation, then it is accepted. */
    public Clinic deviates(ClinicalRecord record) {
        return accepts(new Act.Make(record, WORDS, null));
    }

    public Clinic corrects(String id, ClinicalRecord after) {
        return accepts(correction(id, after));
    }

    public Clinic retracts(String id) {
        return accepts(retraction(id));
    }

    public static Act correction(String id, ClinicalRecord after) {
        return new Act.Correct(new RecordId(id), after, new Reason("transcription-error", WORDS));
    }

    public static Act retraction(String id) {
        return new Act.Retract(new RecordId(id), new Reason("entered-in-error", WORDS));
    }

    /** When it is imported, each record from a row of its own, then it is accepted. */
    public Clinic imports(ClinicalRecord... records) {
        return after(imported(rows(records)));
    }

    public Decision.Accepted imported(Act... rows) {
        return accepted(new SubjectOrder(STUDY, SUBJECT, List.of(rows), Strictness.IMPORT, false, null));
    }

    /** Rows {@code xx|1}, {@code xx|2} … that say what they say. */
    public static Act[] rows(ClinicalRecord... records) {
        Act[] rows = new Act[records.length];
        for (int i = 0; i < records.length; i++) {
            rows[i] = row(i + 1, records[i]);
        }
        return rows;
    }

    public static Act row(int number, ClinicalRecord record) {
        String digest = Integer.toHexString(record.toString().hashCode());
        return new Act.Make(record, null, new ImportedRow("xx", Integer.toString(number), digest));
    }

    /** A query about a record, or about the subject when that is null. */
    public static Act query(String about) {
        return new Act.OpenQuery(about == null ? null : new RecordId(about), null, WORDS);
    }

    public static Act answer(String query) {
        return new Act.AnswerQuery(new RecordId(query), WORDS);
    }

    public static Act close(String query) {
        return new Act.CloseQuery(new RecordId(query), null);
    }

    public static Act redaction(String record, String field) {
        return new Act.Redact(new RecordId(record), field, new Reason("entered-in-error", null));
    }

    public static Act restriction() {
        return new Act.Restrict(new Reason("erasure-requested", WORDS));
    }

    public static Act lifting() {
        return new Act.LiftRestriction(new Reason("request-withdrawn", WORDS));
    }

    /** Then the order is refused for this. */
    public Rejection refuses(int rule, String code, Act... acts) {
        Decision decision = decide(live(false, acts));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Rejection rejection = ((Decision.Refused) decision).rejection();
        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.rule()).isEqualTo(rule == 0 ? null : rule);
        assertThat(rejection.sentence()).isNotBlank();
        return rejection;
    }

    public Rejection refuses(int rule, String code, ClinicalRecord... records) {
        return refuses(rule, code, makes(records));
    }

    public Rejection refusesVisit(int rule, String code, ClinicalRecord... records) {
        Decision decision = decide(live(true, makes(records)));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Rejection rejection = ((Decision.Refused) decision).rejection();
        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.rule()).isEqualTo(rule == 0 ? null : rule);
        return rejection;
    }

    public void refusesImport(String code, Act act) {
        Decision decision = decide(new SubjectOrder(STUDY, SUBJECT, List.of(act), Strictness.IMPORT, false, null));
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(
                        refused.rejection().code())
                .isEqualTo(code));
    }

    /** Then it is refused from a person, also as a deviation, and flagged from an import. */
    public void neverTrue(int rule, String code, ClinicalRecord record) {
        refuses(rule, code, record);
        refuses(rule, code, new Act.Make(record, WORDS, null));
        assertThat(imports(record).flags()).contains(code);
    }

    /** Then it is refused from a person, recorded and flagged as a deviation, and flagged from an import. */
    public void onlyAsDeviation(int rule, String code, ClinicalRecord record) {
        refuses(rule, code, record);
        Clinic deviating = deviates(record);
        assertThat(deviating.flags()).contains(code);
        assertThat(deviating.state.standing(Deviation.class))
                .extracting(held -> held.details().rule())
                .contains(rule == 0 ? null : rule);
        assertThat(deviating.state.standing(Deviation.class)).allSatisfy(held -> {
            assertThat(held.details().reason()).isEqualTo(WORDS);
            assertThat(held.details().about()).isNotNull();
        });
        assertThat(imports(record).flags()).contains(code);
    }

    /** Then it is accepted, and this is among the flags. */
    public Clinic doubts(String code, ClinicalRecord record) {
        Clinic doubting = knows(record);
        assertThat(doubting.flags()).contains(code);
        return doubting;
    }

    /** Then it is accepted and this is not among the flags. */
    public Clinic trusts(String code, ClinicalRecord record) {
        Clinic trusting = knows(record);
        assertThat(trusting.flags()).doesNotContain(code, "possibly-" + code);
        return trusting;
    }

    /** Codes of the flags that hold, of the records in the order of their kinds and then of the subject. */
    public List<String> flags() {
        List<String> codes = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            state.standing(kind).forEach(held -> codes.addAll(flags(held.id().value())));
        }
        state.flags(null).forEach(flag -> codes.add(flag.code()));
        return codes;
    }

    public List<String> flags(String about) {
        return state.flags(new RecordId(about)).stream().map(StandingFlag::code).toList();
    }

    public Decision.Accepted accepted(SubjectOrder order) {
        Decision decision = decide(order);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted) decision;
    }

    public SubjectOrder live(boolean oneVisit, Act... acts) {
        return new SubjectOrder(STUDY, SUBJECT, Arrays.asList(acts), Strictness.LIVE, oneVisit, null);
    }

    public Clinic after(Decision.Accepted accepted) {
        SubjectState next = state;
        for (Decision.Decided decided : accepted.facts()) {
            next = next.evolve(
                    decided.fact(),
                    decided.row(),
                    decided.reason() == null ? null : decided.reason().words());
        }
        return new Clinic(next, surroundings, book);
    }

    Decision decide(SubjectOrder order) {
        return SubjectDecider.decide(state, order, surroundings, book);
    }

    private Clinic within(Around around) {
        return new Clinic(state, around.surroundings(), book);
    }

    private static <T> List<T> and(List<T> some, T another) {
        List<T> more = new ArrayList<>(some);
        more.add(another);
        return more;
    }

    private static Act[] makes(ClinicalRecord... records) {
        return Arrays.stream(records).map(Act.Make::of).toArray(Act[]::new);
    }
}
