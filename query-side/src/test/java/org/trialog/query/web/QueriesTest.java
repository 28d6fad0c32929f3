package org.trialog.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.trialog.events.clinical.Screening;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.feed.Await;
import org.trialog.query.figure.Figures;
import org.trialog.query.history.Databases;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.StoreWriter;
import org.trialog.query.history.Telling;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.plot.Drawn;

/** The whole query side as it is wired, over the tables of the store. */
class QueriesTest {

    private static final StudyId STUDY = new StudyId("boostb4");
    private static final StudyId OTHER = new StudyId("als");

    private static HikariDataSource database;
    private static AnnotationConfigWebApplicationContext context;
    private static MockMvc mvc;
    private static Telling telling;

    @Configuration
    @EnableWebMvc
    @Import(QueryConfiguration.class)
    static class Wiring {
        @Bean
        HikariDataSource queryDataSource() {
            return Databases.asQuerySide(database);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        database = Databases.freshWithStore();
        telling = Telling.random(new Random(41), List.of(STUDY, OTHER), 150);
        StoreWriter store = new StoreWriter(database);
        String command = "";
        List<HistoryEntry> piece = new ArrayList<>();
        for (HistoryEntry entry : telling.entries()) {
            if (!entry.command().equals(command) && !piece.isEmpty()) {
                store.write(piece);
                piece.clear();
            }
            command = entry.command();
            piece.add(entry);
        }
        store.write(piece);
        store.sequence();
        context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Wiring.class);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        assertThat(context.getBean(Await.class).caughtUp()).isTrue();
    }

    @AfterAll
    static void stop() {
        context.close();
        database.close();
    }

    @AfterEach
    void logout() {
        SecurityContextHolder.clearContext();
    }

    private static void login(String... authorities) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("anna", "", authorities));
    }

    private static MockHttpServletResponse get(String path, Object... variables) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/api/studies" + path, variables))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(String path, Object... variables) throws Exception {
        MockHttpServletResponse response = get(path, variables);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return FactJson.mapper().readTree(response.getContentAsByteArray());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void aStudyShowsItsProtocolsAndSites() throws Exception {
        login("ROLE_investigator");
        assertThat(json("").findValuesAsText("study")).containsExactly("als", "boostb4");
        JsonNode study = json("/boostb4");
        assertThat(study.get("synthetic").asBoolean()).isTrue();
        assertThat(study.get("zone").asText()).isEqualTo("Europe/Stockholm");
        assertThat(study.get("outcomes").findValuesAsText("id")).containsExactly("fracture-free-year-2", "pooled");
        assertThat(json("/boostb4/protocols")
                        .get(0)
                        .get("definition")
                        .get("title")
                        .asText())
                .isEqualTo("A study");
        assertThat(json("/boostb4/sites").findValuesAsText("site")).containsExactly("stockholm", "utrecht");
        assertThat(json("/boostb4/batches")).isEmpty();
    }

    @Test
    void workIsListedForADayAndABadDayIsRefused() throws Exception {
        login("ROLE_investigator");
        assertThat(json("/boostb4/worklist?asOf=2024-06-30").get("asOf").asText())
                .isEqualTo("2024-06-30");
        assertThat(json("/boostb4/safety").get("cases")).isEmpty();
        for (String path : List.of("worklist", "safety")) {
            MockHttpServletResponse refused = get("/boostb4/" + path + "?asOf=2024-02-30");
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(refused.getContentAsString()).contains("as-of-malformed");
        }
    }

    @Test
    void queriesAreListedByTheirState() throws Exception {
        login("ROLE_coordinator", "SITE_boostb4/utrecht");
        JsonNode all = json("/boostb4/queries");
        assertThat(all).isNotEmpty();
        assertThat(json("/boostb4/queries?state=open").size()
                        + json("/boostb4/queries?state=closed").size())
                .isEqualTo(all.size());
        assertThat(json("/boostb4/queries?state=open").findValuesAsText("code")).containsOnly("late-entry");
        assertThat(json(
                        "/boostb4/subjects/{s}/queries",
                        all.get(0).get("subject").asText()))
                .isNotEmpty();
        assertThat(get("/boostb4/queries?state=odd").getStatus()).isEqualTo(400);
    }

    @Test
    void rule42_grantsAreShownToDataManagersAndAuditorsOnly() throws Exception {
        login("ROLE_auditor");
        assertThat(json("/boostb4/grants")).isEmpty();
        login("ROLE_investigator");
        assertThat(get("/boostb4/grants").getStatus()).isEqualTo(403);
        for (String list : List.of("locks", "aggregates", "dosing-holds", "statuses")) {
            assertThat(json("/boostb4/" + list)).isEmpty();
        }
    }

    @Test
    void rule13_aTraceStartsFromOneEnd() throws Exception {
        login("ROLE_auditor");
        assertThat(json("/boostb4/traceability?donor=D-7").get("batches")).isEmpty();
        assertThat(get("/boostb4/traceability").getStatus()).isEqualTo(400);
        assertThat(get("/boostb4/traceability?donor=D-7&batch=B-1").getStatus()).isEqualTo(400);
    }

    @Test
    void aSubjectIsShownWholeWithItsVersionAsTag() throws Exception {
        login("ROLE_auditor");
        JsonNode line = each(json("/boostb4/subjects"))
                .filter(one -> one.get("subject").asText().equals("S-3"))
                .findFirst()
                .orElseThrow();
        MockHttpServletResponse response = get("/boostb4/subjects/S-3");
        JsonNode whole = FactJson.mapper().readTree(response.getContentAsByteArray());
        assertThat(response.getHeader("ETag"))
                .isEqualTo("\"" + line.get("version").asLong() + "\"");
        assertThat(whole.get("arm")).isEqualTo(line.get("arm"));
        assertThat(whole.get("entries").size())
                .isEqualTo(line.get("counts").properties().stream()
                        .mapToInt(count -> count.getValue().asInt())
                        .sum());
        assertThat(whole.get("flags").size()).isEqualTo(line.get("flags").asInt());
        assertThat(whole.get("entries").get(0).get("kind").asText()).isEqualTo("screening");
    }

    @Test
    void everyQuestionLooksAtAMoment() throws Exception {
        login("ROLE_investigator");
        HistoryEntry first = telling.entries().stream()
                .filter(entry -> entry.study().equals(STUDY) && entry.subject() != null)
                .findFirst()
                .orElseThrow();
        long before = first.position() - 1;
        assertThat(json("/boostb4/subjects?asKnownAt=" + before)).isEmpty();
        assertThat(json("/boostb4/subjects?asKnownAt=" + (first.position() + 3)))
                .hasSize(1);
        assertThat(json("/boostb4/subjects?asKnownAt={at}", first.knownAt())).hasSize(1);
        assertThat(get("/boostb4/subjects/" + first.subject() + "?asKnownAt=" + before)
                        .getStatus())
                .isEqualTo(404);
        assertThat(get("/boostb4?asKnownAt=2000-01-01").getStatus()).isEqualTo(404);
        assertThat(json("?asKnownAt=2000-01-01T00:00:00Z")).isEmpty();
        assertThat(json("/boostb4/deviations?asKnownAt=" + before).get("flags")).isEmpty();
    }

    @Test
    void aFigureCarriesItsMomentItsCutOffAndItsResult() throws Exception {
        login("ROLE_investigator");
        JsonNode one = json("/boostb4/outcomes/fracture-free-year-2?cutoff=2024-06-30");
        assertThat(keys(one))
                .containsExactly(
                        "study",
                        "outcome",
                        "version",
                        "kind",
                        "hypothetical",
                        "asKnownAt",
                        "cutoff",
                        "definitionHash",
                        "definition",
                        "plots",
                        "build",
                        "result",
                        "receipt");
        HistoryEntry last = telling.entries().stream()
                .filter(entry -> entry.study().equals(STUDY))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(one.get("asKnownAt").get("position").asLong()).isEqualTo(last.position());
        assertThat(Instant.parse(one.get("asKnownAt").get("knownAt").asText())).isEqualTo(last.knownAt());
        assertThat(one.get("cutoff").asText()).isEqualTo("2024-06-30");
        assertThat(one.get("result").get("publication").asText()).isEqualTo("before-first-data");
        assertThat(one.get("result").get("groups").findValuesAsText("group")).contains("treated");
        assertThat(json("/boostb4/outcomes/fracture-free-year-2").get("cutoff").asText())
                .isEqualTo(LocalDate.ofInstant(last.knownAt(), ZoneId.of("Europe/Stockholm"))
                        .toString());
    }

    @Test
    void aPastFigureIsTheOneThatWasComputedThen() throws Exception {
        login("ROLE_investigator");
        JsonNode now = json("/boostb4/outcomes/fracture-free-year-2");
        JsonNode atItsPosition = json("/boostb4/outcomes/fracture-free-year-2?asKnownAt="
                + now.get("asKnownAt").get("position"));
        JsonNode atItsInstant = json(
                "/boostb4/outcomes/fracture-free-year-2?asKnownAt={at}",
                now.get("asKnownAt").get("knownAt").asText());
        assertThat(atItsPosition).isEqualTo(now);
        assertThat(atItsInstant).isEqualTo(now);
        assertThat(json("/boostb4/outcomes/fracture-free-year-2?asKnownAt=60").get("result"))
                .isNotEqualTo(now.get("result"));
    }

    @Test
    void aDefinitionThatIsNotPublishedGivesAHypotheticalFigure() throws Exception {
        Figures figures = context.getBean(Figures.class);
        Figures.Asked asked = new Figures.Asked(new AsKnownAt.Latest(), "none", null);
        OutcomeDefinition published = Protocol.of(
                        Telling.protocol(STUDY, 1, "UTC", "tried").definition())
                .outcomes()
                .getFirst();
        JsonNode figure = FactJson.mapper().readTree(figures.line(figures.hypothetical(STUDY, published, asked)));
        assertThat(figure.get("hypothetical").asBoolean()).isTrue();
        assertThat(figure.get("outcome").asText()).isEqualTo("tried");
        assertThat(figure.get("result").get("by").asText()).isEqualTo("none");
        assertThat(figure.get("result").get("publication").asText()).isEqualTo("not-published");
    }

    @Test
    void aFigureHasThePicturesThatItNames() throws Exception {
        login("ROLE_investigator");
        String outcome = "/boostb4/outcomes/fracture-free-year-2";
        MockHttpServletResponse usual = get(outcome + "/plot");
        assertThat(usual.getStatus()).isEqualTo(200);
        assertThat(usual.getContentType()).startsWith("image/svg+xml");
        for (JsonNode plot : json(outcome).get("plots")) {
            Drawn drawn = Drawn.of(
                    get(outcome + "/plot?plot={plot}", plot.asText()).getContentAsString(StandardCharsets.UTF_8));
            assertThat(drawn.marks("plot", plot.asText())).hasSize(1);
            assertThat(drawn.description()).contains("synthetic data");
        }
        assertThat(get(outcome + "/plot?plot=kaplan-meier").getContentAsByteArray())
                .isEqualTo(usual.getContentAsByteArray());
        assertThat(get(outcome + "/plot?asKnownAt=60").getContentAsByteArray())
                .isNotEqualTo(usual.getContentAsByteArray());
    }

    @Test
    void aPictureThatAnOutcomeDoesNotHaveIsRefusedWithTheChoices() throws Exception {
        login("ROLE_investigator");
        MockHttpServletResponse pie = get("/boostb4/outcomes/fracture-free-year-2/plot?plot=pie");
        assertThat(pie.getStatus()).isEqualTo(400);
        assertThat(pie.getContentAsString()).contains("plot-unknown", "kaplan-meier, calendar, swimmer");
        assertThat(get("/boostb4/outcomes/nope/plot").getStatus()).isEqualTo(404);
        login("ROLE_coordinator", "SITE_boostb4/utrecht");
        assertThat(get("/boostb4/outcomes/fracture-free-year-2/plot").getStatus())
                .isEqualTo(403);
    }

    @Test
    void aDefinitionThatIsNotPublishedHasAPictureThatSaysSo() throws Exception {
        login("ROLE_investigator");
        String definition =
                "{id: tried, version: 1, kind: event-free-time, event: {kind: fracture}, anchor: enrolment}";
        MockHttpServletResponse drawn = mvc.perform(
                        MockMvcRequestBuilders.post("/api/studies/boostb4/outcomes/plot?plot=calendar")
                                .contentType("application/yaml")
                                .content(definition))
                .andReturn()
                .getResponse();
        assertThat(Drawn.of(drawn.getContentAsString(StandardCharsets.UTF_8)).description())
                .contains("tried v1", "hypothetical definition");
    }

    /** The study that asks, another one, and one that is not known: each at its own place of the figure's moment. */
    @Test
    void studiesArePooledAtOneMomentWhoeverKnewMoreByThen() throws Exception {
        login("ROLE_investigator");
        JsonNode now = pooled("");
        long position = now.at("/asKnownAt/position").asLong();
        assertThat(position)
                .isEqualTo(Math.max(
                        json("/boostb4/outcomes/fracture-free-year-2")
                                .at("/asKnownAt/position")
                                .asLong(),
                        json("/als/outcomes/fracture-free-year-2")
                                .at("/asKnownAt/position")
                                .asLong()));
        assertThat(pooled("?asKnownAt=" + position)).isEqualTo(now);
        assertThat(now.at("/result/groups/0/excluded").toString()).contains("nowhere", "was not known then");
        assertThat(pooled("?asKnownAt=60").at("/asKnownAt/position").asLong()).isLessThanOrEqualTo(60);
    }

    private static JsonNode pooled(String query) throws Exception {
        MockHttpServletResponse figure = mvc.perform(
                        MockMvcRequestBuilders.post("/api/studies/boostb4/outcomes" + query)
                                .contentType("application/yaml")
                                .content("{id: pool, version: 1, kind: pooled, studies: [boostb4, als, nowhere],"
                                        + " outcome: fracture-free-year-2, measure: log-rr}"))
                .andReturn()
                .getResponse();
        assertThat(figure.getStatus()).as(figure.getContentAsString()).isEqualTo(200);
        return FactJson.mapper().readTree(figure.getContentAsByteArray());
    }

    @Test
    void anOutcomeThatCannotBeComputedSaysSoInItsPlace() throws Exception {
        login("ROLE_investigator");
        JsonNode all = json("/boostb4/outcomes");
        assertThat(each(all).map(figure -> figure.get("outcome").asText()))
                .containsExactly("fracture-free-year-2", "pooled");
        assertThat(all.get(1).get("result").isNull()).isTrue();
        assertThat(all.get(1).get("refused").get("code").asText()).isEqualTo("outcome-definition-incomplete");
        assertThat(get("/boostb4/outcomes/pooled").getStatus()).isEqualTo(400);
    }

    @Test
    void theHistoryStreamsAsLinesAndPagesAsArrays() throws Exception {
        login("ROLE_auditor");
        MockHttpServletResponse stream = mvc.perform(MockMvcRequestBuilders.get("/api/studies/boostb4/history")
                        .accept("application/x-ndjson"))
                .andReturn()
                .getResponse();
        List<String> lines = stream.getContentAsString().lines().toList();
        List<HistoryEntry> own = telling.entries().stream()
                .filter(entry -> entry.study().equals(STUDY))
                .toList();
        assertThat(lines).hasSameSizeAs(own);
        JsonNode line = FactJson.mapper().readTree(lines.get(5));
        assertThat(keys(line))
                .containsExactly(
                        "position",
                        "recordedAt",
                        "type",
                        "revision",
                        "study",
                        "subject",
                        "actor",
                        "role",
                        "site",
                        "source",
                        "reason",
                        "data");
        assertThat(line.get("data"))
                .isEqualTo(FactJson.mapper().readTree(own.get(5).payload()));

        List<String> paged = new ArrayList<>();
        String next = "/boostb4/history?limit=7";
        while (next != null) {
            MockHttpServletResponse page = get(next);
            each(FactJson.mapper().readTree(page.getContentAsByteArray())).forEach(one -> paged.add(one.toString()));
            String link = page.getHeader("Link");
            next = link == null ? null : link.substring("</api/studies".length(), link.indexOf('>'));
        }
        assertThat(paged).isEqualTo(lines);
    }

    @Test
    void theHistoryIsFilteredByPositionTypeAndSubject() throws Exception {
        login("ROLE_auditor");
        assertThat(json("/boostb4/history?type=SiteOpened,StudyRegistered").findValuesAsText("type"))
                .containsExactly("StudyRegistered", "SiteOpened", "SiteOpened");
        assertThat(json("/boostb4/history?from=2&to=3").findValuesAsText("position"))
                .containsExactly("2", "3");
        assertThat(json("/boostb4/subjects/S-3/history").findValuesAsText("subject"))
                .isNotEmpty()
                .containsOnly("S-3");
    }

    @Test
    void aCoordinatorSeesOwnSubjectsOnly() throws Exception {
        login("ROLE_investigator");
        JsonNode all = json("/boostb4/subjects");
        List<String> utrecht = each(all)
                .filter(line -> line.get("site").asText().equals("utrecht"))
                .map(line -> line.get("subject").asText())
                .toList();
        String foreign = each(all)
                .filter(line -> line.get("site").asText().equals("stockholm"))
                .map(line -> line.get("subject").asText())
                .findFirst()
                .orElseThrow();
        login("ROLE_coordinator", "SITE_boostb4/utrecht");
        assertThat(utrecht).isNotEmpty();
        assertThat(json("").findValuesAsText("study")).containsExactly("boostb4");
        assertThat(json("/boostb4/subjects").findValuesAsText("subject")).isEqualTo(utrecht);
        assertThat(get("/boostb4/subjects/" + foreign).getStatus()).isEqualTo(404);
        assertThat(get("/boostb4/subjects/" + foreign + "/history").getStatus()).isEqualTo(404);
        assertThat(get("/als").getStatus()).isEqualTo(404);
        assertThat(get("/boostb4/outcomes").getStatus()).isEqualTo(403);
        assertThat(each(json("/boostb4/history?limit=1000"))
                        .map(line -> line.get("subject"))
                        .filter(subject -> !subject.isNull())
                        .map(JsonNode::asText)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(utrecht);
        assertThat(json("/boostb4/deviations").get("flags").findValuesAsText("subject"))
                .isSubsetOf(utrecht);
    }

    @Test
    void nobodySeesAnythingWithoutALoginOrARole() throws Exception {
        assertThat(get("").getStatus()).isEqualTo(401);
        login("SITE_boostb4/utrecht");
        assertThat(get("/boostb4").getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere,404,study-unknown",
        "/NOT A STUDY,404,study-unknown",
        "/nowhere/history,404,study-unknown",
        "/boostb4/subjects/S-99,404,subject-unknown",
        "/boostb4/subjects/S-99/history,404,subject-unknown",
        "/boostb4/outcomes/none,404,outcome-unknown",
        "/boostb4/outcomes?asKnownAt=2000-01-01,404,study-unknown",
        "/boostb4/outcomes?cutoff=2023-02-30,400,cutoff-malformed",
        "/boostb4?asKnownAt=soon,400,as-known-at-malformed",
        "/boostb4?asKnownAt=2999-01-01,400,as-known-at-in-future",
        "/boostb4/subjects?after=what,400,after-malformed",
        "/boostb4/history?limit=0,400,parameter-malformed",
        "/boostb4/history?limit=many,400,parameter-malformed",
        "/boostb4/history?from=0,400,parameter-malformed",
    })
    void aQuestionWithoutAnAnswerSaysWhy(String path, int status, String code) throws Exception {
        login("ROLE_data-manager");
        MockHttpServletResponse response = get(path);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JsonNode problem = FactJson.mapper().readTree(response.getContentAsByteArray());
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("detail").asText()).isNotBlank();
    }

    @Test
    void aQuestionWaitsForItsAskersOwnWrite() throws Exception {
        login("ROLE_data-manager");
        int before = telling.entries().size();
        telling.say(
                OTHER,
                new SubjectId("NEW-1"),
                Instant.parse("2026-01-01T00:00:00Z"),
                new Recorded<>(new RecordId("screening-1"), new Screening(ClinicalDate.of("2025"), Telling.STOCKHOLM)));
        List<HistoryEntry> own =
                telling.entries().subList(before, telling.entries().size());
        StoreWriter store = new StoreWriter(database);
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                store.write(own);
                store.sequence();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertThat(json("/als/subjects/NEW-1?after=" + own.getFirst().command())
                        .get("status")
                        .asText())
                .isEqualTo("screened");
        writer.join();
    }
}
