package org.trialog.command.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A column of a file of published results: the field of the fact, in which form, and whether it must be there. */
public enum AggregateColumn {
    TRIAL("trial", Form.WORDS, true),
    GROUP("group", Form.WORDS, true),
    CONTROL("control", Form.FLAG, true),
    MEASURE("measure", Form.WORDS, true),
    AT("at", Form.PERIOD, true),
    N("n", Form.WHOLE, true),
    UNIT("unit", Form.COUNTED, false),
    MEAN("mean", Form.NUMBER, false),
    STANDARD_DEVIATION("standardDeviation", Form.NUMBER, false),
    MEDIAN("median", Form.NUMBER, false),
    LOWER_QUARTILE("lowerQuartile", Form.NUMBER, false),
    UPPER_QUARTILE("upperQuartile", Form.NUMBER, false),
    EVENTS("events", Form.WHOLE, false),
    PERSON_YEARS("personYears", Form.NUMBER, false),
    SCORES("scores", Form.SCORES, false),
    SCALE("scale", Form.WORDS, false),
    CELL_SOURCE("cellSource", Form.WORDS, false),
    ORIGIN("origin", Form.ORIGIN, false),
    INJECTIONS("injections", Form.WHOLE, false),
    REMARK("remark", Form.WORDS, false),
    SOURCE("source", Form.WORDS, true);

    private final String title;
    private final Form form;
    private final boolean mandatory;

    private enum Form {
        WORDS("text of at most 2000 characters", "(?s).{1,2000}"),
        FLAG("true or false", "true|false"),
        PERIOD("a duration such as P6M", "P.{2,20}"),
        WHOLE("a whole number", "-?\\d{1,9}"),
        NUMBER("a number with a decimal point", "-?\\d{1,12}(\\.\\d{1,12})?"),
        COUNTED("subject or knee", "subject|knee"),
        SCORES("final or change", "final|change"),
        ORIGIN("autologous or allogeneic", "autologous|allogeneic");

        private final String words;
        private final Pattern pattern;

        Form(String words, String pattern) {
            this.words = words;
            this.pattern = Pattern.compile(pattern);
        }
    }

    AggregateColumn(String title, Form form, boolean mandatory) {
        this.title = title;
        this.form = form;
        this.mandatory = mandatory;
    }

    /** As it stands in the header. */
    public String title() {
        return title;
    }

    boolean mandatory() {
        return mandatory;
    }

    /** What a cell holds, in words. */
    String form() {
        return form.words;
    }

    static Optional<AggregateColumn> named(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst();
    }

    /** All of them, those that must be there with a star. */
    public static String names() {
        return Arrays.stream(values())
                .map(column -> column.mandatory ? column.title + "*" : column.title)
                .collect(Collectors.joining(", "));
    }

    /** Puts what the cell says; false when it is not of the column's form. */
    boolean put(String cell, ObjectNode row) {
        if (!form.pattern.matcher(cell).matches() || (form == Form.PERIOD && !period(cell))) {
            return false;
        }
        switch (form) {
            case WORDS, COUNTED, SCORES, ORIGIN, PERIOD -> row.put(title, cell);
            case FLAG -> row.put(title, cell.equals("true"));
            case WHOLE -> row.put(title, Integer.parseInt(cell));
            case NUMBER -> row.put(title, new BigDecimal(cell));
        }
        return true;
    }

    private static boolean period(String cell) {
        try {
            Period.parse(cell);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
