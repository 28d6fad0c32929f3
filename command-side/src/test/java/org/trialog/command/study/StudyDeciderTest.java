package org.trialog.command.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.StudyOrder.OpenSite;
import org.trialog.command.order.StudyOrder.PublishProtocol;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

class StudyDeciderTest {
    private static final StudyId STUDY = new StudyId("bones");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String PLAN =
            "{\"study\": \"bones\", \"version\": %d, \"title\": \"%s\", \"arms\": [{\"id\": \"cells\", \"doses\":"
                    + " {\"count\": 1, \"anchor\": \"first-dose\", \"at\": [\"P0D\"], \"perKg\": %s}}]}";

    private final StudyState registered = given(publish(1, "Bones", "3.0e6"));

    @Test
    void theFirstVersionRegistersTheStudy() {
        assertThat(StudyDecider.decide(StudyState.empty(), publish(1, "Bones", "3.0e6"), NOW))
                .containsExactly(
                        new StudyRegistered(STUDY, "Bones", null, null, false),
                        new ProtocolPublished(1, publish(1, "Bones", "3000000").definition()));
    }

    @Test
    void anAmendmentIsTheNextVersion() {
        assertThat(StudyDecider.decide(registered, publish(2, "Bones, amended", "3.0e6"), NOW))
                .singleElement()
                .isInstanceOf(ProtocolPublished.class);
        refused("protocol-version-out-of-order", registered, publish(3, "Bones", "3.0e6"));
        refused("protocol-version-out-of-order", StudyState.empty(), publish(2, "Bones", "3.0e6"));
    }

    @Test
    void aVersionInUseNeverChanges() {
        refused("protocol-version-in-use", registered, publish(1, "Other bones", "3.0e6"));
        refused("protocol-version-in-use", registered, publish(1, "Bones", "3.1e6"));
    }

    @Test
    void aVersionOfAnOutcomeNeverChangesEither() {
        StudyState yearOne = given(protocol(outcome(1, 1, "P1Y")));
        refused("outcome-version-in-use", yearOne, protocol(outcome(2, 1, "P2Y")));
        assertThat(StudyDecider.decide(yearOne, protocol(outcome(2, 1, "P1Y")), NOW))
                .hasSize(1);
        assertThat(StudyDecider.decide(yearOne, protocol(outcome(2, 2, "P2Y")), NOW))
                .hasSize(1);
    }

    private static String outcome(int protocol, int version, String to) {
        return """
            {"study": "bones", "version": %d, "title": "B", "arms": [{"id": "a"}], "outcomes": [{"id": "free", "version": %d,
             "kind": "event-free-interval", "event": {"kind": "fracture"}, "anchor": "enrolment", "to": "%s"}]}\
            """.formatted(protocol, version, to);
    }

    @Test
    void publishingTheSameAgainChangesNothingHoweverItsNumbersAreWritten() {
        assertThat(StudyDecider.decide(registered, publish(1, "Bones", "3.0e6"), NOW))
                .isEmpty();
        assertThat(StudyDecider.decide(registered, publish(1, "Bones", "3000000"), NOW))
                .isEmpty();
        assertThat(StudyDecider.decide(
                        registered,
                        new PublishProtocol(STUDY, asFloatingPoint(PLAN.formatted(1, "Bones", "3.0e6"))),
                        NOW))
                .isEmpty();
    }

    @Test
    void aProtocolThatCannotBeReadOrContradictsItselfIsRefused() {
        refused("protocol-malformed", StudyState.empty(), protocol("{\"study\": \"bones\", \"versoin\": 1}"));
        refused(
                "protocol-of-another-study",
                StudyState.empty(),
                protocol("{\"study\": \"knees\", \"version\": 1, \"title\": \"Knees\", \"arms\": [{\"id\": \"a\"}]}"));
        refused(
                "protocol-malformed",
                StudyState.empty(),
                protocol("{\"study\": \"bones\", \"version\": 1, \"title\": \"B\", \"arms\": [{\"id\": \"a\"}, {\"id\":"
                        + " \"a\"}]}"));
        refused(
                "protocol-malformed",
                StudyState.empty(),
                protocol("{\"study\": \"bones\", \"version\": 1, \"title\": \"B\", \"arms\": []}"));
        refused(
                "protocol-malformed",
                StudyState.empty(),
                protocol("{\"study\": \"bones\", \"version\": 1, \"title\": \"B\", \"arms\": [{\"id\": \"a\","
                        + " \"control\": true, \"doses\": {\"count\": 1, \"anchor\": \"first-dose\", \"at\":"
                        + " [\"P0D\"]}}]}"));
    }

    @Test
    void aSiteIsOpenedOnce() {
        OpenSite open = new OpenSite(STUDY, new SiteId("SE"), "Stockholm", ZoneId.of("Europe/Stockholm"), "SE");
        StudyState opened = given(publish(1, "Bones", "3.0e6"), open);

        assertThat(opened.sites()).containsOnlyKeys(new SiteId("SE"));
        assertThat(StudyDecider.decide(registered, open, NOW)).singleElement().isInstanceOf(SiteOpened.class);
        assertThat(StudyDecider.decide(opened, open, NOW)).isEmpty();
        refused("site-open-already", opened, new OpenSite(STUDY, new SiteId("SE"), "Lund", open.zone(), "SE"));
        refused("study-unknown", StudyState.empty(), open);
    }

    private static void refused(String code, StudyState state, StudyOrder order) {
        assertThatThrownBy(() -> StudyDecider.decide(state, order, NOW))
                .isInstanceOfSatisfying(
                        OrderRefused.class,
                        refusal -> assertThat(refusal.rejection().code()).isEqualTo(code));
    }

    private static StudyState given(StudyOrder... orders) {
        StudyState state = StudyState.empty();
        for (StudyOrder order : List.of(orders)) {
            for (StudyEvent event : StudyDecider.decide(state, order, NOW)) {
                state = state.evolve(event);
            }
        }
        return state;
    }

    private static PublishProtocol publish(int version, String title, String perKg) {
        return protocol(PLAN.formatted(version, title, perKg));
    }

    private static PublishProtocol protocol(String json) {
        try {
            return new PublishProtocol(STUDY, FactJson.mapper().readTree(json));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** As a reader would give it that knows no decimals. */
    private static JsonNode asFloatingPoint(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
