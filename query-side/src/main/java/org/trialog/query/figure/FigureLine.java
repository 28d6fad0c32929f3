package org.trialog.query.figure;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.wire.FactJson;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.plot.Plot;
import org.trialog.query.plot.Plots;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;

/** A figure as one line of JSON, with all that it must carry; {@code result} is canonical, {@code receipt} stands beside it. */
final class FigureLine {

    private final String build;

    FigureLine(String build) {
        this.build = build;
    }

    String of(Computed computed) {
        return envelope(computed.known(), computed.definition(), computed.hypothetical(), computed.cutoff(), json -> {
            json.writeStringField("definitionHash", computed.figure().definitionHash());
            json.writeObjectField("definition", computed.definition());
            json.writeArrayFieldStart("plots");
            for (Plot plot : Plots.of(computed.definition())) {
                json.writeString(plot.token());
            }
            json.writeEndArray();
            json.writeStringField("build", build);
            json.writeFieldName("result");
            json.writeRawValue(FigureJson.write(computed.figure()));
            json.writeObjectField("receipt", Receipt.of(computed, build));
        });
    }

    /** One that cannot be computed has no result and says why. */
    String refused(Known known, OutcomeDefinition definition, LocalDate cutoff, Problem refusal) {
        return envelope(known, definition, false, cutoff, json -> {
            json.writeNullField("result");
            json.writeObjectFieldStart("refused");
            json.writeStringField("code", refusal.code());
            json.writeStringField("reason", refusal.sentence());
            json.writeEndObject();
        });
    }

    private static String envelope(
            Known known, OutcomeDefinition definition, boolean hypothetical, LocalDate cutoff, Rest rest) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = FactJson.mapper().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("study", known.study().study().value());
            json.writeStringField("outcome", definition.id());
            json.writeNumberField("version", definition.version());
            json.writeObjectField("kind", definition.kind());
            json.writeBooleanField("hypothetical", hypothetical);
            json.writeObjectFieldStart("asKnownAt");
            json.writeNumberField("position", known.moment().position());
            json.writeStringField("knownAt", known.moment().knownAt().toString());
            json.writeEndObject();
            json.writeStringField("cutoff", cutoff.toString());
            rest.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The part of the envelope that hangs on the answer. */
    private interface Rest {
        void write(JsonGenerator json) throws IOException;
    }
}
