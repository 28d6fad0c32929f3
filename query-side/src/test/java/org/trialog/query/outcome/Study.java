package org.trialog.query.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.wire.FactJson;
import org.trialog.query.outcome.figure.Behind;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Group;
import org.trialog.query.record.SubjectRecord;
import org.yaml.snakeyaml.Yaml;

/** A small study with a control arm and one of four doses, asked one outcome. */
record Study(Protocol protocol, OutcomeDefinition definition) {

    static final String CUTOFF = "2030-12-31";

    private static final String PROTOCOL = """
        study: bones
        version: 1
        title: Bones
        arms:
          - {id: untreated, control: true}
          - id: treated
            doses: {count: 4, anchor: first-dose, at: [P0D, P4M, P8M, P12M]}
          - {id: open}
        fractures: {count: all, exclude: [], healing: P6W}
        visits: []
        outcomes: []
        """;

    /** @param outcome one entry of {@code outcomes} in a protocol file */
    static Study asking(String outcome) {
        return of(PROTOCOL, outcome);
    }

    /** The same with an arm of another name. */
    static Study renaming(String arm, String other, String outcome) {
        return of(PROTOCOL.replace("id: " + arm, "id: " + other), outcome);
    }

    /** The same with visits at which a window may end early. */
    static Study withVisits(String visits, String outcome) {
        return of(PROTOCOL.replace("visits: []", "visits: " + visits), outcome);
    }

    static Study of(String protocol, String outcome) {
        JsonNode definition = FactJson.mapper().valueToTree(new Yaml().load(protocol));
        ((ObjectNode) definition)
                .putArray("outcomes")
                .add(FactJson.mapper().<JsonNode>valueToTree(new Yaml().load(outcome)));
        Protocol read = Protocol.of(definition);
        return new Study(read, read.outcomes().getFirst());
    }

    Figure figure(Story... stories) {
        return figure(CUTOFF, stories);
    }

    Figure figure(String cutoff, Story... stories) {
        List<SubjectRecord> records = Arrays.stream(stories).map(Story::told).toList();
        return Outcomes.compute(protocol, definition, records, LocalDate.parse(cutoff), null);
    }

    /** The treated group, in which most stories play. */
    Group treated(Story... stories) {
        return group(figure(stories), "treated");
    }

    static Group group(Figure figure, String name) {
        return figure.result().groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static JsonNode json(Figure figure, String group) {
        for (JsonNode node : FigureJson.result(figure).get("groups")) {
            if (node.get("group").asText().equals(group)) {
                return node;
            }
        }
        throw new AssertionError("no group " + group);
    }

    static Stream<Behind.NotCounted> notCounted(Figure figure) {
        return figure.behind().stream()
                .flatMap(behind -> behind.subjects().stream())
                .flatMap(subject -> subject.notCounted().stream());
    }

    static Stream<Behind.Counted> counted(Figure figure) {
        return figure.behind().stream()
                .flatMap(behind -> behind.subjects().stream())
                .flatMap(subject -> subject.counted().stream());
    }
}
