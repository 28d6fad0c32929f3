package org.trialog.query.overview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import org.trialog.events.wire.FactJson;
import org.trialog.query.moment.Moment;
import org.trialog.query.outcome.figure.CanonicalJson;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.statistics.Estimate;

/**
 * The overview as one canonical text: {@code study}, {@code asKnownAt {position, knownAt}}, {@code cutoff} and under
 * {@code result} the tables {@code flow}, {@code baseline}, {@code exposure} and {@code visits}, whose rows have the keys of
 * their records, and {@code fractureRateByAge}, the {@code result} of a figure. A number that cannot be estimated says why, as in figures.
 */
public final class OverviewJson {

    private static final ObjectMapper MAPPER = FactJson.mapper()
            .copy()
            .registerModule(new SimpleModule().addSerializer(Estimate.class, new JsonSerializer<>() {
                @Override
                public void serialize(Estimate estimate, JsonGenerator json, SerializerProvider provider)
                        throws IOException {
                    json.writeTree(FigureJson.of(estimate));
                }
            }));

    private OverviewJson() {}

    public static String write(Overview overview, Moment moment, LocalDate cutoff) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("study", moment.study().value());
        node.putObject("asKnownAt")
                .put("position", moment.position())
                .put("knownAt", moment.knownAt().toString());
        node.put("cutoff", cutoff.toString());
        ObjectNode result = node.putObject("result");
        result.set("flow", MAPPER.valueToTree(overview.flow()));
        result.set("baseline", MAPPER.valueToTree(overview.baseline()));
        result.set("exposure", MAPPER.valueToTree(overview.exposure()));
        result.set("visits", MAPPER.valueToTree(overview.visits()));
        result.set("fractureRateByAge", FigureJson.result(overview.fractureRateByAge()));
        return CanonicalJson.write(node);
    }
}
