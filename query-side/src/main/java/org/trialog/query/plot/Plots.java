package org.trialog.query.plot;

import java.util.ArrayList;
import java.util.List;
import org.trialog.events.protocol.OutcomeDefinition;
import org.trialog.query.outcome.course.Course;
import org.trialog.query.outcome.figure.Figure;

/**
 * Draws outcomes. Pure: the same figure, courses and caption give the same bytes, so that a receipt can hold their hash.
 */
public final class Plots {

    private Plots() {}

    /** The plots that an outcome has; the first one is shown unless another is asked for. None for kinds without one. */
    public static List<Plot> of(OutcomeDefinition definition) {
        return switch (definition.kind()) {
            case EVENT_FREE_INTERVAL, TIME_TO_FIRST_EVENT -> List.of(Plot.KAPLAN_MEIER, Plot.CALENDAR, Plot.SWIMMER);
            case EVENT_FREE_TIME -> List.of(Plot.CALENDAR, Plot.SWIMMER);
            case EVENT_RATE -> {
                List<Plot> plots = new ArrayList<>(List.of(Plot.FOREST, Plot.CALENDAR, Plot.SWIMMER));
                if (definition.baseline() != null) {
                    plots.addFirst(Plot.BEFORE_AFTER);
                }
                yield List.copyOf(plots);
            }
            case OBSERVED_EXPECTED -> List.of(Plot.KAPLAN_MEIER, Plot.FOREST, Plot.SWIMMER);
            case SCORE_CHANGE, PROPORTION, POOLED -> List.of(Plot.FOREST);
            case RECURRENT_EVENTS -> List.of(Plot.MEAN_CUMULATIVE_FUNCTION, Plot.CALENDAR, Plot.SWIMMER);
            case ADVERSE_EVENTS -> List.of(Plot.SWIMMER);
        };
    }

    /**
     * The picture as the text of an SVG document.
     *
     * @param plot one of those that the outcome has
     */
    public static String draw(Plot plot, Figure figure, List<Course> courses, Caption caption) {
        return switch (plot) {
            case KAPLAN_MEIER -> KaplanMeierPlot.draw(figure, courses, caption);
            case BEFORE_AFTER -> BeforeAfterPlot.draw(figure, courses, caption);
            case CALENDAR -> CalendarPlot.draw(figure, courses, caption);
            case SWIMMER -> SwimmerPlot.draw(figure, courses, caption);
            case FOREST ->
                ForestPlot.draw(
                        figure.kind() == OutcomeDefinition.Kind.POOLED
                                ? PooledForest.of(figure, caption)
                                : GroupForest.of(figure, caption),
                        caption);
            case MEAN_CUMULATIVE_FUNCTION -> MeanCumulativePlot.draw(figure, courses, caption);
        };
    }
}
