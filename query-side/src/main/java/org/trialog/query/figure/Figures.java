package org.trialog.query.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.StudyId;
import org.trialog.query.moment.AsKnownAt;
import org.trialog.query.outcome.OutcomeRefused;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;
import org.trialog.query.record.Records;

/**
 * Figures: an outcome of a study at a moment, with all that it must carry, as one line of JSON. The pages, the scripts and
 * the command line get the same bytes.
 */
public final class Figures {

    private final Records records;
    private final PooledFigures pooled;
    private final String build;
    private final FigureLine lines;

    /** @param build names the build that computes, in every figure */
    public Figures(Records records, String build) {
        this.records = records;
        this.pooled = new PooledFigures(records);
        this.build = build;
        this.lines = new FigureLine(build);
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

    public String build() {
        return build;
    }

    /**
     * Every published outcome of the study, or those of the front page, in the protocol's order. One that this build cannot compute has no
     * {@code result} and says why in {@code refused}.
     *
     * @throws Problem 404 when the study is not known then; 400 or 503 when the moment has no answer, or none yet
     */
    public List<String> all(StudyId study, Asked asked, boolean headlineOnly) {
        At at = at(study, asked.asKnownAt());
        List<String> figures = new ArrayList<>();
        for (OutcomeDefinition definition : at.protocol().outcomes()) {
            if (headlineOnly && !definition.headline()) {
                continue;
            }
            figures.add(orRefusal(at, definition, asked));
        }
        return figures;
    }

    /**
     * A published outcome.
     *
     * @param version null for the one in force then; an older one is computed by its own definition, in the protocol that
     *     was in force
     * @throws Problem as {@link #all}, and 404 when no protocol published by then has such an outcome
     */
    public Computed published(StudyId study, String outcome, @Nullable Integer version, Asked asked) {
        At at = at(study, asked.asKnownAt());
        Definitions definitions = new Definitions(at.known().study());
        OutcomeDefinition definition = definitions.of(outcome, version);
        return compute(at, definition, definitions.publication(definition), asked);
    }

    /** A definition that is not published: the figure says that it is hypothetical. */
    public Computed hypothetical(StudyId study, OutcomeDefinition definition, Asked asked) {
        return compute(at(study, asked.asKnownAt()), definition, Publication.UNPUBLISHED, asked);
    }

    /** As one line of JSON. */
    public String line(Computed computed) {
        return lines.of(computed);
    }

    /**
     * As a picture: the text of an SVG document.
     *
     * @param plot its token; null for the one that the outcome is shown by
     * @throws Problem 400 or 404 when the outcome has no such plot
     */
    public String picture(Computed computed, @Nullable String plot) {
        return Pictures.of(computed).svg(plot);
    }

    public ObjectNode receipt(Computed computed) {
        return Receipt.of(computed, build);
    }

    /**
     * What was known of the study at a moment, and the protocol in force.
     *
     * @param event id of the last fact that was known of the study, also where others are pooled with it
     */
    private record At(Known known, Protocol protocol, String event) {

        LocalDate cutoff(Asked asked) {
            LocalDate given = asked.cutoff();
            return given == null ? known.moment().cutoff(protocol.zone()) : given;
        }
    }

    private At at(StudyId study, AsKnownAt asKnownAt) {
        Known known = records.known(study, asKnownAt)
                .orElseThrow(() ->
                        Problem.unknown("study-unknown", "At that moment there was no study '%s'.".formatted(study)));
        Protocol protocol = known.study()
                .protocol()
                .orElseThrow(() -> Problem.unknown(
                        "protocol-unknown", "At that moment the study '%s' had no protocol.".formatted(study)));
        return new At(known, protocol, records.eventAt(known.moment()));
    }

    private String orRefusal(At at, OutcomeDefinition definition, Asked asked) {
        try {
            Publication publication = new Definitions(at.known().study()).publication(definition);
            return lines.of(compute(at, definition, publication, asked));
        } catch (Problem refusal) {
            return lines.refused(at.known(), definition, at.cutoff(asked), refusal);
        }
    }

    private Computed compute(At own, OutcomeDefinition definition, Publication publication, Asked asked) {
        At at = new At(pooled.together(own.known(), definition, asked.asKnownAt()), own.protocol(), own.event());
        LocalDate cutoff = at.cutoff(asked);
        String by = definition.by().equals(asked.by()) ? null : asked.by();
        try {
            Figure figure = definition.kind() == OutcomeDefinition.Kind.POOLED
                    ? pooled.figure(at.known(), at.protocol(), definition, asked.asKnownAt(), cutoff, publication)
                    : Outcomes.compute(
                            at.protocol(),
                            definition,
                            at.known().subjects(),
                            at.known().study().batches(),
                            cutoff,
                            by,
                            publication);
            return new Computed(at.known(), at.event(), at.protocol(), definition, publication, cutoff, by, figure);
        } catch (OutcomeRefused refusal) {
            throw Problem.malformed("outcome", refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }
}
