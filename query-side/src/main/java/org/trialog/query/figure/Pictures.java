package org.trialog.query.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.EventFilter;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.outcome.Outcomes;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Figure;
import org.trialog.query.outcome.figure.Publication;
import org.trialog.query.plot.Caption;
import org.trialog.query.plot.Plot;
import org.trialog.query.plot.Plots;
import org.trialog.query.problem.Problem;
import org.trialog.query.record.Known;

/**
 * A figure as a picture: drawn from the same records as its numbers.
 *
 * @param by the grouping; null for the definition's own
 */
record Pictures(
        Known known,
        Protocol protocol,
        OutcomeDefinition definition,
        Publication publication,
        LocalDate cutoff,
        @Nullable String by,
        Figure figure) {

    private static final String LANGUAGE = "en";

    static Pictures of(Computed computed) {
        return new Pictures(
                computed.known(),
                computed.protocol(),
                computed.definition(),
                computed.publication(),
                computed.cutoff(),
                computed.by(),
                computed.figure());
    }

    /**
     * @param plot its token; null for the one that the outcome is shown by
     * @throws Problem 404 when the outcome has no plot at all, 400 when it has others
     */
    String svg(@Nullable String plot) {
        List<Plot> plots = Plots.of(definition);
        if (plots.isEmpty()) {
            throw Problem.unknown("outcome-without-plot", "The outcome '%s' has no plot.".formatted(definition.id()));
        }
        Plot chosen = plot == null
                ? plots.getFirst()
                : Plot.named(plot).filter(plots::contains).orElseThrow(() -> unknown(plots));
        // A forest shows groups and studies; nobody's course is in it.
        List<Course> courses = chosen == Plot.FOREST
                ? List.of()
                : Outcomes.courses(
                        protocol, definition, known.subjects(), known.study().batches(), cutoff, by);
        return Plots.draw(chosen, figure, courses, caption());
    }

    private Problem unknown(List<Plot> plots) {
        return Problem.malformed(
                "plot",
                "plot-unknown",
                "The outcome '%s' is shown as one of: %s."
                        .formatted(
                                definition.id(), plots.stream().map(Plot::token).collect(Collectors.joining(", "))));
    }

    private String event() {
        EventFilter filter = definition.event();
        return filter == null
                ? "event"
                : switch (filter.kind()) {
                    case FRACTURE -> "fracture";
                    case ADVERSE_EVENT -> "adverse event";
                    case DEATH -> "death";
                    case CLINICAL_EVENT, COMPOSITE -> "event";
                };
    }

    private Caption caption() {
        Map<String, String> arms = new HashMap<>();
        for (Arm arm : protocol.arms()) {
            arms.put(
                    arm.id().value(),
                    arm.label().getOrDefault(LANGUAGE, arm.id().value()));
        }
        List<String> remarks = new ArrayList<>();
        if (publication == Publication.UNPUBLISHED) {
            remarks.add("hypothetical definition");
        }
        if (protocol.synthetic()) {
            remarks.add("synthetic data");
        }
        return new Caption(
                known.study().study().value(),
                definition.id() + " v" + definition.version(),
                definition.label().getOrDefault(LANGUAGE, definition.id()),
                event(),
                figure.result().by().equals("arm") ? arms : Map.of(),
                cutoff,
                known.moment().position(),
                String.join(", ", remarks));
    }
}
