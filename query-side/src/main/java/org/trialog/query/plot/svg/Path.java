package org.trialog.query.plot.svg;

/** The line of a pen. */
public final class Path {

    private final StringBuilder commands = new StringBuilder();

    /** Puts the pen down there. */
    public Path to(double x, double y) {
        return add('M', x, y);
    }

    /** Draws on to there. */
    public Path by(double x, double y) {
        return add('L', x, y);
    }

    /** Back to where the pen was put down. */
    public Path close() {
        commands.append('Z');
        return this;
    }

    String commands() {
        return commands.toString();
    }

    private Path add(char command, double x, double y) {
        commands.append(command).append(Digits.place(x)).append(' ').append(Digits.place(y));
        return this;
    }
}
