package org.trialog.query.plot.svg;

import java.util.ArrayList;
import java.util.List;

/** How much room words take. The picture is drawn where no font is known: widths are those of common ones, generously. */
public final class Lettering {

    private Lettering() {}

    public static double width(String words, double size) {
        return words.codePoints().mapToDouble(Lettering::share).sum() * size;
    }

    /** Cut with an ellipsis if it does not fit. */
    public static String fitted(String words, double size, double room) {
        if (width(words, size) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(words.substring(0, end) + "…", size) > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end).stripTrailing() + "…";
    }

    /** Broken at spaces; a word that is too long for a line is cut. */
    public static List<String> wrapped(String words, double size, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > room) {
                lines.add(line);
                longer = word;
            }
            line = fitted(longer, size, room);
        }
        lines.add(line);
        return lines;
    }

    /** In widths of the letter size. */
    private static double share(int point) {
        if (point >= 0x2E80) {
            return 1;
        }
        if ("ijl.,'|!:;()[] tfrI".indexOf(point) >= 0) {
            return 0.37;
        }
        if ("mwMW@%".indexOf(point) >= 0) {
            return 0.98;
        }
        return Character.isUpperCase(point) ? 0.72 : 0.63;
    }
}
