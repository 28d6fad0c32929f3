package org.trialog.query.figure;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.outcome.OutcomeRefused;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.FigureJson;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.plot.Plot;
import org.trialog.query.plot.Plots;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;
import org.trialog.query.record.Records;

/**
 * Figures: an outcome of a study at a moment, with all that it must carry, as one line of JSON. The pages, the scripts and
 * the command line get the same bytes.
 */
public final class Figures {

    private final Records records;
    private final String build;

    /** @param build names the build that computes, in every figure */
    public Figures(Records records, String build) {
        this.records = records;
        this.build = build;
    }

    /**
     * How a figure is asked for.
     *
     * @param by the grouping; null for the definition's own
     * @param cutoff the last day looked at; null for the day of the moment in the study's zone
     */
    public record Asked(
            AsKnownAt asKnownAt,
            @Nullable String by,
            @Nullable LocalDate cutoff) {}

    /**
     * Every published outcome of the study, or those of the front page, in the protocol's order. One that this build cannot compute has no
     * {@code result} and says why in {@code refused}.
     *
     * @throws Problem 404 when the study is not known then; 400 or 503 when the moment has no answer, or none yet
     */
    public List<String> all(StudyId study, Asked asked, boolean headlineOnly) {
        Known known = known(study, asked);
        Protocol protocol = protocol(known);
        List<String> figures = new ArrayList<>();
        for (OutcomeDefinition definition : protocol.outcomes()) {
            if (headlineOnly && !definition.headline()) {
                continue;
            }
            figures.add(orRefusal(known, protocol, definition, asked));
        }
        return figures;
    }

    /** @throws Problem as {@link #all}, and 404 when the protocol in force then has no such outcome */
    public String published(StudyId study, String outcome, Asked asked) {
        Known known = known(study, asked);
        Protocol protocol = protocol(known);
        OutcomeDefinition definition = definition(protocol, outcome);
        return figure(known, protocol, definition, publication(known, definition), asked);
    }

    /** A definition that is not published: the figure says that it is hypothetical. */
    public String hypothetical(StudyId study, OutcomeDefinition definition, Asked asked) {
        Known known = known(study, asked);
        return figure(known, protocol(known), definition, Publication.UNPUBLISHED, asked);
    }

    /**
     * A published outcome as a picture: the text of an SVG document.
     *
     * @param plot its token; null for the one that the outcome is shown by
     * @throws Problem as {@link #published}, and 400 or 404 when the outcome has no such plot
     */
    public String picture(StudyId study, String outcome, @Nullable String plot, Asked asked) {
        Known known = known(study, asked);
        Protocol protocol = protocol(known);
        OutcomeDefinition definition = definition(protocol, outcome);
        return picture(known, protocol, definition, publication(known, definition), plot, asked);
    }

    /** The same of a definition that is not published; the picture says so. */
    public String hypotheticalPicture(StudyId study, OutcomeDefinition definition, @Nullable String plot, Asked asked) {
        Known known = known(study, asked);
        return picture(known, protocol(known), definition, Publication.UNPUBLISHED, plot, asked);
    }

    private Known known(StudyId study, Asked asked) {
        return records.known(study, asked.asKnownAt())
                .orElseThrow(() ->
                        Problem.unknown("study-unknown", "At that moment there was no study '%s'.".formatted(study)));
    }

    private static Protocol protocol(Known known) {
        return known.study()
                .protocol()
                .orElseThrow(() -> Problem.unknown(
                        "protocol-unknown",
                        "At that moment the study '%s' had no protocol."
                                .formatted(known.study().study())));
    }

    private static OutcomeDefinition definition(Protocol protocol, String outcome) {
        return protocol.outcome(outcome)
                .orElseThrow(() -> Problem.unknown(
                        "outcome-unknown",
                        "The protocol in force at that moment has no outcome '%s'.".formatted(outcome)));
    }

    private String orRefusal(Known known, Protocol protocol, OutcomeDefinition definition, Asked asked) {
        try {
            return figure(known, protocol, definition, publication(known, definition), asked);
        } catch (Problem refusal) {
            return envelope(known, protocol, definition, Publication.AFTER_DATA, asked, json -> {
                json.writeNullField("result");
                json.writeObjectFieldStart("refused");
                json.writeStringField("code", refusal.code());
                json.writeStringField("reason", refusal.sentence());
                json.writeEndObject();
            });
        }
    }

    private String figure(
            Known known, Protocol protocol, OutcomeDefinition definition, Publication publication, Asked asked) {
        Figure figure = computed(known, protocol, definition, publication, asked);
        return envelope(known, protocol, definition, publication, asked, json -> {
            json.writeStringField("definitionHash", figure.definitionHash());
            json.writeObjectField("definition", definition);
            json.writeArrayFieldStart("plots");
            for (Plot plot : Plots.of(definition)) {
                json.writeString(plot.token());
            }
            json.writeEndArray();
            json.writeStringField("build", build);
            json.writeFieldName("result");
            json.writeRawValue(FigureJson.write(figure));
        });
    }

    private static String picture(
            Known known,
            Protocol protocol,
            OutcomeDefinition definition,
            Publication publication,
            @Nullable String plot,
            Asked asked) {
        Figure figure = computed(known, protocol, definition, publication, asked);
        LocalDate cutoff = cutoff(known, protocol, asked);
        return new Pictures(known, protocol, definition, publication, cutoff, asked.by(), figure).svg(plot);
    }

    private static Figure computed(
            Known known, Protocol protocol, OutcomeDefinition definition, Publication publication, Asked asked) {
        try {
            return Outcomes.compute(
                    protocol,
                    definition,
                    known.subjects(),
                    known.study().batches(),
                    cutoff(known, protocol, asked),
                    asked.by(),
                    publication);
        } catch (OutcomeRefused refusal) {
            throw Problem.malformed("outcome", refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    private static String envelope(
            Known known,
            Protocol protocol,
            OutcomeDefinition definition,
            Publication publication,
            Asked asked,
            Rest rest) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = FactJson.mapper().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("study", known.study().study().value());
            json.writeStringField("outcome", definition.id());
            json.writeNumberField("version", definition.version());
            json.writeObjectField("kind", definition.kind());
            json.writeBooleanField("hypothetical", publication == Publication.UNPUBLISHED);
            json.writeObjectFieldStart("asKnownAt");
            json.writeNumberField("position", known.moment().position());
            json.writeStringField("knownAt", known.moment().knownAt().toString());
            json.writeEndObject();
            json.writeStringField("cutoff", cutoff(known, protocol, asked).toString());
            rest.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static LocalDate cutoff(Known known, Protocol protocol, Asked asked) {
        LocalDate given = asked.cutoff();
        return given == null ? known.moment().cutoff(protocol.zone()) : given;
    }

    /** The definition stands since the first protocol that held this version of it. */
    private static Publication publication(Known known, OutcomeDefinition definition) {
        Long firstData = known.study().firstData();
        boolean before = known.study().protocols().stream()
                .filter(published -> published
                        .protocol()
                        .outcome(definition.id())
                        .filter(held -> held.version() == definition.version())
                        .isPresent())
                .anyMatch(published -> firstData == null || published.position() < firstData);
        return before ? Publication.BEFORE_DATA : Publication.AFTER_DATA;
    }

    /** The part of the envelope that hangs on the answer. */
    private interface Rest {
        void write(JsonGenerator json) throws IOException;
    }
}
