package org.trialog.query.plot;

import java.util.List;
import org.trialog.query.plot.svg.Data;
import org.trialog.query.plot.svg.Ink;
import org.trialog.query.plot.svg.Lettering;
import org.trialog.query.plot.svg.Svg;
import org.trialog.query.plot.svg.Svg.Align;

/** The page that every plot is drawn on: a title above, notes and the origin below, and how far down it is written. */
final class Sheet {

    static final double WIDTH = 760;
    static final double MARGIN = 20;
    static final double SMALL = 11;
    static final double LINE = 16;

    private static final double TITLE = 15;
    private static final double ROOM = WIDTH - 2 * MARGIN;

    private final Svg svg = new Svg();
    private final Plot plot;
    private final Caption caption;
    private double y = MARGIN;

    /** @param measure what is shown, in words, below the title */
    Sheet(Plot plot, Caption caption, String measure) {
        this.plot = plot;
        this.caption = caption;
        svg.lettered(TITLE, true, () -> svg.filled(Ink.INK, () -> write(caption.title(), TITLE)));
        note(measure);
        y += 6;
    }

    Svg svg() {
        return svg;
    }

    /** The first free line below what is written. */
    double y() {
        return y;
    }

    void down(double by) {
        y += by;
    }

    /** Small words over the whole width. */
    void note(String words) {
        svg.lettered(SMALL, false, () -> svg.filled(Ink.MUTED, () -> write(words, SMALL)));
    }

    /** @param seen what is to be seen, in sentences, for those who do not see it */
    String done(List<String> seen) {
        y += 4;
        note(caption.origin());
        String description = String.join(" ", seen) + " " + caption.origin() + ".";
        Svg whole = new Svg();
        whole.filled(Ink.PAPER, () -> whole.rectangle(0, 0, WIDTH, y + 4));
        whole.append(svg);
        return whole.document(
                WIDTH,
                y + 4,
                caption.title() + ": " + plot.words(),
                description,
                Data.of("plot", plot.token()).and("study", caption.study()).and("outcome", caption.outcome()));
    }

    private void write(String words, double size) {
        for (String line : Lettering.wrapped(words, size, ROOM)) {
            y += size + 3;
            svg.text(MARGIN, y - 3, Align.START, line);
        }
    }
}
