package org.trialog.events.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialog.events.Fact;
import org.trialog.events.protocol.ProtocolProblem.Finding;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.wire.FactJson;

class ProtocolFileTest {

    @Test
    void theDocumentedExampleIsAProtocol() {
        ProtocolFile file = ProtocolFile.read("documented.yaml", documented());

        Protocol protocol = file.protocol();
        assertThat(protocol.study().value()).isEqualTo("boostb4");
        assertThat(protocol.synthetic()).isTrue();
        assertThat(protocol.arms()).extracting(Arm::control).containsExactly(true, true, false);
        assertThat(protocol.arms().getFirst().label()).containsEntry("zh", "未治疗");
        DosePlan doses = Objects.requireNonNull(
                protocol.arm(new ArmId("postnatal")).orElseThrow().doses());
        assertThat(doses.at())
                .containsExactly(Period.ZERO, Period.ofMonths(4), Period.ofMonths(8), Period.ofMonths(12));
        assertThat(doses.perKg()).isEqualTo(new BigDecimal("3000000"));
        assertThat(doses.window()).isEqualTo(new DayWindow(Period.ofDays(-14), Period.ofDays(14)));
        assertThat(protocol.instrument("pain-vas").orElseThrow().version()).isEqualTo("1");
        assertThat(protocol.outcome("fracture-free-year-2").orElseThrow().by()).isEqualTo("arm");
        EventFilter filter = Objects.requireNonNull(
                protocol.outcome("every-key-of-a-filter").orElseThrow().event());
        assertThat(Objects.requireNonNull(filter.bones()).exclude()).containsExactly(Bone.FINGER, Bone.TOE);
        assertThat(filter.minimumGrade()).isEqualTo(3);
    }

    @Test
    void aPublishedDefinitionReadsBackEqual() {
        ProtocolFile file = ProtocolFile.read("documented.yaml", documented());

        Fact stored =
                FactJson.read("ProtocolPublished", "1", FactJson.write(new ProtocolPublished(2, file.definition())));

        assertThat(((ProtocolPublished) stored).definition()).isEqualTo(file.definition());
        assertThat(Protocol.of(((ProtocolPublished) stored).definition())).isEqualTo(file.protocol());
        assertThat(ProtocolFile.of(((ProtocolPublished) stored).definition()).protocol())
                .isEqualTo(file.protocol());
    }

    @Test
    void doubtsAreTakenAndNamed() {
        ProtocolFile file = ProtocolFile.read("documented.yaml", documented());

        assertThat(file.doubts())
                .extracting(Finding::path)
                .containsExactly(
                        "outcomes[0].anchor",
                        "outcomes[1].event.anyOf",
                        "outcomes[1].event.minimumGrade",
                        "outcomes[1].event.serious",
                        "outcomes[1].event.related");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        title: Boost Brittle Bones Before Birth|title: [a]|3|[a]|title|text
        version: 2|version: two|2|two|version|whole number
        version: 2|version: 0|2|0 |version|whole number
        study: boostb4|study: Boost B4|1|Boost B4|study|small letters
        synthetic: true|synthetic: YES|6|YES|synthetic|true or false
        condition: osteogenesis imperfecta|illness: x|5|illness|illness|no such key
        title: Boost Brittle Bones Before Birth|#|1|study|title|needs this key
        retrospective: true|retrospectiv: true|9|retrospectiv:|arms[1].retrospectiv|no such key
        anchor: first-dose|anchor: firstdose|11|firstdose|arms[2].doses.anchor|one of enrolment
        P8M, P12M]|P8M, P1YX]|11|P1YX|arms[2].doses.at[3]|ISO 8601
        P8M, P12M]|P8M]|11|at: [P0D|arms[2].doses.at|3 offsets for 4
        P8M, P12M]|P12M, P8M]|11|at: [P0D|arms[2].doses.at|rise
        at: [P0D, P4M|at: [P1D, P4M|11|P1D|arms[2].doses.at[0]|P0D
        doses: {count: 4|control: true\\n    doses: {count: 4|12|doses:|arms[2].doses|rule 8
        P6M, window: [P-14D, P14D]|P6M, window: [P14D, P-14D]|13|window: [P14D|visits[0].window|before it starts
        P6M, window: [P-14D, P14D]|P6M, window: [P14D]|13|[P14D]|visits[0].window|must have 2
        {code: height|{code: weight|18|code: weight|measurements[1].code|twice
        minimum: 20, maximum: 200|minimum: 20, maximum: 2|18|maximum: 2}|measurements[1].maximum|below the minimum
        clinicalEvents: [rodding-surgery, first-steps|clinicalEvents: [a, a|19|a, tracheostomy|clinicalEvents[1]|twice
        judge: corrected-age, below: P18M|judge: corrected-age|21|{id: age|eligibility[0]|'below'
        judge: recorded|judge: recorded, arms: [x]|22|x]|eligibility[1].arms[0]|no arm
        exclude: []|exclude: [elbow]|23|elbow|fractures.exclude[0]|one of skull
        from: P1Y|from: P3Y|32|to: P2Y|outcomes[0].to|ends before
        estimator: kaplan-meier|tau: P1Y|33|tau|outcomes[0].tau|time-to-first-event
        estimator: kaplan-meier|instrument: x|33|instrument|outcomes[0].instrument|'score-change', 'proportion'
        estimator: kaplan-meier|terminal: death|33|terminal|outcomes[0].terminal|'recurrent-events'
        anchor: last-dose\\n    from|from|26|id: fracture-free|outcomes[0].anchor|where time starts
        estimator: kaplan-meier|estimator: cox|33|cox|outcomes[0].estimator|one of kaplan-meier
        event: {kind: fracture}|#|26|id: fracture-free|outcomes[0].event|which occurrences
        event: {kind: fracture}|event: {kind: clinical-event, kinds: [x]}|29|x]|outcomes[0].event.kinds[0]|no clinical event
        event: {kind: fracture}|event: {kind: composite}|29|event:|outcomes[0].event.of|parts
        anchor: last-dose\\n    from|anchor: last-dose\\n    controlAnchor: last-dose\\n    from|31|controlAnchor|outcomes[0].controlAnchor|control arm
        to: P2Y|#|26|id: fracture-free|outcomes[0].to|where its window ends
        anchor: enrolment\\n    event:|anchor: each-dose\\n    event:|38|anchor|outcomes[1].anchor|cannot start from each dose
        kind: event-free-interval|kind: pooled|26|id: fracture-free|outcomes[0].measure|what a study contributes
        """)
    void whatIsWrongIsNamedWithItsPlaceAndPath(
            String right, String wrong, int line, String at, String path, String words) {
        String old = right.replace("\\n", "\n");
        assertThat(documented()).contains(old);

        String text =
                documented().replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        Finding finding = refused(text).getFirst();

        assertThat(finding.path()).isEqualTo(path);
        assertThat(finding.sentence()).contains(words);
        assertThat(finding.line()).isEqualTo(line);
        assertThat(text.lines().toList().get(line - 1).substring(finding.column() - 1))
                .startsWith(at);
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        String text = documented().replace("version: 2 ", "version: x ").replace("P18M", "18 months");

        assertThat(refused(text)).extracting(Finding::line).containsExactly(2, 21);
        assertThat(catchThrowableOfType(ProtocolProblem.class, () -> ProtocolFile.read("my.yaml", text)))
                .hasMessageContaining("my.yaml:2:10: version: 'x' is not a whole number")
                .hasMessageContaining("my.yaml:21:")
                .extracting(ProtocolProblem::code)
                .isEqualTo("protocol-malformed");
    }

    @Test
    void textThatIsNotYamlIsRefusedWithItsLine() {
        Finding finding = refused("study: x\nversion: 1\ntitle: 'never closed\narms: []\n")
                .getFirst();

        assertThat(finding.line()).isGreaterThanOrEqualTo(3);
        assertThat(finding.sentence()).contains("not YAML").contains("quoted scalar");
        assertThat(refused("study: x\n\tversion: 1\n").getFirst().line()).isEqualTo(2);
        assertThat(refused("arms: [\n").getFirst().line()).isEqualTo(2);
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        Finding finding = refused("study: x\nversion: 1\ntitle: a\ntitle: b\n").getFirst();

        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.path()).isEqualTo("title");
        assertThat(finding.sentence()).contains("twice").contains("line 3");
    }

    @Test
    void onlyTrueAndFalseAreBooleans() {
        Protocol protocol = ProtocolFile.read(
                        "norway.yaml",
                        "study: x\n"
                                + "version: 1\n"
                                + "title: NO\n"
                                + "registry: yes\n"
                                + "condition: 12:30\n"
                                + "arms: [{id: on, label: {no: Off}}]\n")
                .protocol();

        assertThat(protocol.title()).isEqualTo("NO");
        assertThat(protocol.registry()).isEqualTo("yes");
        assertThat(protocol.condition()).isEqualTo("12:30");
        assertThat(protocol.arms().getFirst().id()).isEqualTo(new ArmId("on"));
        assertThat(protocol.arms().getFirst().label()).containsEntry("no", "Off");
    }

    @Test
    void anAnchorMayBeRepeatedButNotWithoutBound() {
        ProtocolFile file = ProtocolFile.read(
                "alias.yaml",
                "study: x\nversion: 1\ntitle: a\narms: [{id: a, label: &l {en: A}}, {id: b, label: *l}]\n");
        assertThat(file.protocol().arms().get(1).label()).containsEntry("en", "A");

        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        assertThat(refused(laughs.toString()).getFirst().sentence()).contains("values");
        assertThat(refused("a: &a [*a]\n").getFirst().sentence()).contains("no value before this one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "study: x\n---\nstudy: y\n",
                "!!java.util.ArrayList []\n",
                "{[a]: b}\n",
                "[]\n",
                "just words\n",
                "study: \u0000\n"
            })
    void whatIsNoProtocolIsRefused(String text) {
        assertThat(refused(text)).isNotEmpty();
    }

    @Test
    void nestingAndSizeAreBounded() {
        assertThat(refused("title: " + "[".repeat(100) + "]".repeat(100))
                        .getFirst()
                        .sentence())
                .contains("deeper");
        assertThat(refused("#".repeat(ProtocolFile.LARGEST + 1)).getFirst().sentence())
                .contains("larger");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        byte[] latin = "title: Benskörhet\n".getBytes(StandardCharsets.ISO_8859_1);

        ProtocolProblem problem =
                catchThrowableOfType(ProtocolProblem.class, () -> ProtocolFile.read("latin.yaml", latin));

        assertThat(problem.findings().getFirst().sentence()).contains("UTF-8");
    }

    @Test
    void aMarkOfUtf8AtTheStartIsNotPartOfTheText() {
        assertThat(ProtocolFile.read("bom.yaml", ("\uFEFF" + documented()).getBytes(StandardCharsets.UTF_8))
                        .protocol()
                        .study()
                        .value())
                .isEqualTo("boostb4");
    }

    @Test
    void aDefinitionOnItsOwnIsOneOutcome() {
        OutcomeDefinition outcome = ProtocolFile.readOutcome(
                "try.yaml",
                "id: rate\nversion: 1\nkind: event-rate\nanchor: last-dose\nevent: {kind: fracture}\nto: P1Y\n"
                        + "baseline: {anchor: first-dose, from: P-6M, to: P0D, minimum: P30D}\n");

        assertThat(outcome.kind()).isEqualTo(OutcomeDefinition.Kind.EVENT_RATE);
        assertThat(Objects.requireNonNull(outcome.baseline()).from()).isEqualTo(Period.ofMonths(-6));
        ProtocolProblem problem = catchThrowableOfType(
                ProtocolProblem.class,
                () -> ProtocolFile.readOutcome(
                        "try.yaml", "id: rate\nversion: 1\nkind: event-rate\nanchor: lastdose\n"));
        assertThat(problem.findings().getFirst().line()).isEqualTo(4);
        assertThat(problem.findings().getFirst().path()).isEqualTo("anchor");
    }

    @Test
    void aModelOfRecurrentEventsGivesNoRate() {
        ProtocolProblem problem = catchThrowableOfType(
                ProtocolProblem.class,
                () -> ProtocolFile.readOutcome(
                        "try.yaml",
                        "id: rate\n"
                                + "version: 1\n"
                                + "kind: event-rate\n"
                                + "anchor: last-dose\n"
                                + "event: {kind: fracture}\n"
                                + "model: mcf\n"));

        assertThat(problem.findings().getFirst().path()).isEqualTo("model");
        assertThat(problem.findings().getFirst().line()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        kind: recurrent-events, event: {kind: fracture}, terminal: tracheostomy|terminal|'death', or with 'none'
        kind: recurrent-events, event: {kind: fracture}, terminal: [death, none]|terminal|'death', or with 'none'
        kind: recurrent-events, event: {kind: fracture}, model: exact|model|mcf or andersen-gill
        kind: recurrent-events|event|which occurrences count
        kind: recurrent-events, event: {kind: fracture}, tau: P1Y|tau|time-to-first-event
        kind: adverse-events, event: {kind: fracture}|event.kind|counts adverse events
        kind: adverse-events, model: exact|model|'recurrent-events'
        kind: event-rate, event: {kind: fracture}, bands: [P1Y]|bands|only an outcome by 'age-band'
        kind: event-rate, event: {kind: fracture}, by: age-band, bands: [P1Y, P6M]|bands[1]|must grow
        kind: event-rate, event: {kind: fracture}, by: age-band, bands: [P0D]|bands[0]|must grow
        """)
    void whatMakesNoSenseInAnOutcomeOfEventsIsNamed(String keys, String path, String words) {
        ProtocolProblem problem = catchThrowableOfType(ProtocolProblem.class, () -> outcome(keys));

        assertThat(problem.findings().getFirst().path()).isEqualTo(path);
        assertThat(problem.findings().getFirst().sentence()).contains(words);
    }

    @Test
    void recurrentEventsEndWithDeathOrWithNothing() {
        assertThat(outcome("kind: recurrent-events, event: {kind: fracture}, terminal: death")
                        .terminal())
                .containsExactly("death");
        assertThat(outcome("kind: recurrent-events, event: {kind: fracture}, terminal: none, model: mcf")
                        .terminal())
                .containsExactly("none");
    }

    @Test
    void adverseEventsNeedNoFilterAndBandsAreAges() {
        assertThat(outcome("kind: adverse-events, by: grade").event()).isNull();
        assertThat(outcome("kind: event-rate, event: {kind: fracture}, by: age-band, bands: [P6M, P1Y]")
                        .bands())
                .containsExactly(Period.ofMonths(6), Period.ofYears(1));
    }

    private static OutcomeDefinition outcome(String keys) {
        return ProtocolFile.readOutcome("try.yaml", "{id: x, version: 1, anchor: enrolment, " + keys + "}");
    }

    @Test
    void whateverIsWrongIsAProblemAndNeverAnythingElse() {
        Random random = new Random(20261122);
        String alphabet = "[]{}:,-#&*!|>'\"%@`\n \tP1Y~?<\u0000\u2028é😀.eE+";
        int refused = 0;
        for (int run = 0; run < 3000; run++) {
            StringBuilder text = new StringBuilder(documented());
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(6)), "");
                text.insert(Math.min(at, text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                ProtocolFile.read("my.yaml", text.toString());
            } catch (ProtocolProblem problem) {
                refused++;
                assertThat(problem.findings()).isNotEmpty().allSatisfy(finding -> assertThat(finding.sentence())
                        .isNotBlank());
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static List<Finding> refused(String text) {
        return catchThrowableOfType(ProtocolProblem.class, () -> ProtocolFile.read("my.yaml", text))
                .findings();
    }

    private static String documented() {
        try (InputStream file = ProtocolFileTest.class.getResourceAsStream("/protocol/documented.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
