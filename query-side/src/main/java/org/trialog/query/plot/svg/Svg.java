package org.trialog.query.plot.svg;

import java.util.Locale;

/**
 * Writes the text of a picture, element by element.
 *
 * <p>A colour is given twice: a group holds the plain one, and a group within it the page's custom property. Both are
 * presentation attributes. So the picture needs neither a {@code style} attribute nor a style sheet, which a strict content
 * security policy would refuse within a page; in a page it takes the page's colours; and a program that knows no custom
 * properties ignores the inner one and draws in the plain colour.
 *
 * <p>There is no id in it: two pictures in one page do not disturb each other.
 */
public final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** Where a text stands on its point. */
    public enum Align {
        START,
        MIDDLE,
        END
    }

    /** What is drawn within is filled with the ink. */
    public void filled(Ink ink, Runnable drawing) {
        text.append("<g fill=\"").append(ink.fallback()).append("\"><g fill=\"").append(ink.themed());
        text.append("\">\n");
        drawing.run();
        text.append("</g></g>\n");
    }

    /** The same, so light that what lies below is seen. */
    public void shaded(Ink ink, Runnable drawing) {
        group("fill-opacity=\"0.16\"", () -> filled(ink, drawing));
    }

    /** What is drawn within is drawn as lines, not filled. */
    public void stroked(Ink ink, double width, Runnable drawing) {
        stroked(ink, width, "", drawing);
    }

    /** @param dashes lengths of dashes and gaps; empty for a line without a break */
    public void stroked(Ink ink, double width, String dashes, Runnable drawing) {
        String dash = dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
        group(
                "fill=\"none\" stroke-width=\"" + Digits.place(width) + "\"" + dash + " stroke=\"" + ink.fallback()
                        + "\"",
                () -> group("stroke=\"" + ink.themed() + "\"", drawing));
    }

    /** Filled with one ink and edged with another. */
    public void edged(Ink fill, Ink edge, double width, Runnable drawing) {
        stroked(edge, width, () -> filled(fill, drawing));
    }

    /** Letters of a size within. */
    public void lettered(double size, boolean bold, Runnable drawing) {
        group("font-size=\"" + Digits.place(size) + "\"" + (bold ? " font-weight=\"bold\"" : ""), drawing);
    }

    /** A mark that stands for something, with words that a pointer shows. */
    public void mark(Data data, String words, Runnable drawing) {
        text.append("<g");
        attributes(data);
        text.append("><title>").append(escaped(words)).append("</title>");
        drawing.run();
        text.append("</g>\n");
    }

    /** What is drawn within is moved. */
    public void moved(double x, double y, Runnable drawing) {
        group("transform=\"translate(" + Digits.place(x) + " " + Digits.place(y) + ")\"", drawing);
    }

    public void rectangle(double x, double y, double width, double height) {
        text.append("<rect");
        place("x", x);
        place("y", y);
        place("width", width);
        place("height", height);
        text.append("/>\n");
    }

    public void line(double x1, double y1, double x2, double y2) {
        path(new Path().to(x1, y1).by(x2, y2));
    }

    public void circle(double x, double y, double radius) {
        text.append("<circle");
        place("cx", x);
        place("cy", y);
        place("r", radius);
        text.append("/>\n");
    }

    public void path(Path path) {
        text.append("<path d=\"").append(path.commands()).append("\"/>\n");
    }

    public void text(double x, double y, Align align, String words) {
        text.append("<text");
        place("x", x);
        place("y", y);
        if (align != Align.START) {
            text.append(" text-anchor=\"")
                    .append(align.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        text.append('>').append(escaped(words)).append("</text>\n");
    }

    /** Words turned to read from below, around their own point. */
    public void upwards(double x, double y, String words) {
        group(
                "transform=\"translate(" + Digits.place(x) + " " + Digits.place(y) + ") rotate(-90)\"",
                () -> text(0, 0, Align.MIDDLE, words));
    }

    /**
     * The whole picture.
     *
     * @param title a name; what a screen reader says first
     * @param description what is to be seen, in words
     */
    public String document(double width, double height, String title, String description, Data data) {
        StringBuilder whole = new StringBuilder(text.length() + 1024);
        String box = Digits.place(width) + " " + Digits.place(height);
        whole.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
                .append(Digits.place(width))
                .append("\" height=\"")
                .append(Digits.place(height))
                .append("\" viewBox=\"0 0 ")
                .append(box)
                .append("\" font-family=\"system-ui, 'Helvetica Neue', Helvetica, Arial, sans-serif\""
                        + " font-size=\"12\"");
        for (Data.Attribute attribute : data.attributes()) {
            attribute(whole, attribute);
        }
        whole.append(">\n<title>").append(escaped(title)).append("</title>\n<desc>");
        whole.append(escaped(description)).append("</desc>\n");
        return whole.append(text).append("</svg>\n").toString();
    }

    /** What another has drawn, on top. */
    public void append(Svg other) {
        text.append(other.text);
    }

    private void group(String attributes, Runnable drawing) {
        text.append("<g ").append(attributes).append(">\n");
        drawing.run();
        text.append("</g>\n");
    }

    private void place(String name, double value) {
        text.append(' ').append(name).append("=\"").append(Digits.place(value)).append('"');
    }

    private void attributes(Data data) {
        data.attributes().forEach(attribute -> attribute(text, attribute));
    }

    private static void attribute(StringBuilder to, Data.Attribute attribute) {
        to.append(" data-")
                .append(attribute.name())
                .append("=\"")
                .append(escaped(attribute.value()))
                .append('"');
    }

    /** People name studies, arms and subjects: every text is escaped, and what XML cannot hold is replaced. */
    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\t', '\n', '\r' -> safe.append(' ');
                default -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }
}
