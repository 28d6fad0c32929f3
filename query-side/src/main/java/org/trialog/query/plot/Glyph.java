package org.trialog.query.plot;

import org.trialog.query.outcome.course.Happening;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Path;
import org.trialog.query.plot.svg.Svg;

/** The mark of a kind of happening: each has a shape of its own, colour only helps. */
enum Glyph {
    EVENT(""),
    NOT_COUNTED(" that does not count"),
    DOSE("dose"),
    FRACTURE("fracture"),
    ADVERSE_EVENT("adverse event"),
    SERIOUS("serious adverse event"),
    VISIT("visit"),
    DEATH("death");

    private static final double R = 4.2;
    private static final double CROSS = 6;

    private final String words;

    Glyph(String words) {
        this.words = words;
    }

    /** The outcome's event goes by its own name. */
    String words(Caption caption) {
        return switch (this) {
            case EVENT, NOT_COUNTED -> caption.event() + words;
            default -> words;
        };
    }

    /** What is drawn later covers what is below: an event on the day of death is seen on its cross. */
    int layer() {
        return switch (this) {
            case VISIT -> 0;
            case DEATH -> 1;
            default -> 2;
        };
    }

    static Glyph of(Happening happening) {
        return switch (happening.type()) {
            case EVENT -> happening.notCounted() == null ? EVENT : NOT_COUNTED;
            case DOSE -> DOSE;
            case FRACTURE -> FRACTURE;
            case ADVERSE_EVENT -> ADVERSE_EVENT;
            case SERIOUS_ADVERSE_EVENT -> SERIOUS;
            case VISIT -> VISIT;
            case DEATH -> DEATH;
        };
    }

    void draw(Svg svg, double x, double y) {
        switch (this) {
            case EVENT -> svg.edged(Ink.ALERT, Ink.PAPER, 0.8, () -> svg.path(diamond(x, y)));
            case NOT_COUNTED -> svg.edged(Ink.PAPER, Ink.ALERT, 1.2, () -> svg.path(diamond(x, y)));
            case DOSE -> svg.edged(Ink.SERIES_1, Ink.PAPER, 0.8, () -> svg.path(triangle(x, y)));
            case FRACTURE -> svg.edged(Ink.PAPER, Ink.ALERT, 1.4, () -> svg.rectangle(x - 3, y - 3, 6, 6));
            case ADVERSE_EVENT -> svg.edged(Ink.PAPER, Ink.SERIES_4, 1.2, () -> svg.circle(x, y, 2.8));
            case SERIOUS -> svg.edged(Ink.SERIES_4, Ink.PAPER, 0.8, () -> svg.circle(x, y, 3.6));
            case VISIT -> svg.stroked(Ink.MUTED, 1, () -> svg.line(x, y - 4, x, y + 4));
            case DEATH ->
                svg.stroked(
                        Ink.INK,
                        2.2,
                        () -> svg.path(new Path()
                                .to(x - CROSS, y - CROSS)
                                .by(x + CROSS, y + CROSS)
                                .to(x - CROSS, y + CROSS)
                                .by(x + CROSS, y - CROSS)));
        }
    }

    private static Path diamond(double x, double y) {
        double r = R + 0.6;
        return new Path().to(x, y - r).by(x + r, y).by(x, y + r).by(x - r, y).close();
    }

    private static Path triangle(double x, double y) {
        return new Path()
                .to(x, y - R - 0.4)
                .by(x + R, y + R - 0.8)
                .by(x - R, y + R - 0.8)
                .close();
    }
}
