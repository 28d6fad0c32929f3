package org.trialog.command.judgement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.Rejection;

/**
 * What a rule has to say about one record.
 *
 * @param rule number in the domain's list of rules, 0 when it is not one of them
 * @param code stable and speaking, {@code dose-to-control}
 * @param sentence for a coordinator: what is wrong and what to do; no personal data
 * @param fields of the record that are at fault
 * @param values what a sentence about a flag needs: dates and numbers, no personal data
 * @param ofSubject it concerns the subject as a whole and is flagged once, however many records show it
 */
public record Finding(
        int rule,
        Weight weight,
        String code,
        String sentence,
        List<String> fields,
        SortedMap<String, String> values,
        boolean ofSubject) {
    private static final String POSSIBLY = "possibly-";
    private static final String ALL_THE_SAME = " If it happened all the same, record it as a deviation with a reason.";

    public Finding {
        fields = List.copyOf(fields);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Finding unintelligible(int rule, String code, String sentence) {
        return new Finding(rule, Weight.UNINTELLIGIBLE, code, sentence, List.of(), new TreeMap<>(), false);
    }

    public static Finding wrong(int rule, String code, String sentence) {
        return new Finding(rule, Weight.WRONG, code, sentence, List.of(), new TreeMap<>(), false);
    }

    public static Finding breach(int rule, String code, String sentence) {
        return new Finding(rule, Weight.BREACH, code, sentence, List.of(), new TreeMap<>(), false);
    }

    public static Finding doubt(int rule, String code, String sentence) {
        return new Finding(rule, Weight.DOUBT, code, sentence, List.of(), new TreeMap<>(), false);
    }

    /** The code of the rule behind a flag, whether it was certain or not. */
    public static String certainCode(String code) {
        return code.startsWith(POSSIBLY) ? code.substring(POSSIBLY.length()) : code;
    }

    public Finding at(String field) {
        List<String> more = new ArrayList<>(fields);
        more.add(field);
        return new Finding(rule, weight, code, sentence, more, values, ofSubject);
    }

    public Finding with(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return new Finding(rule, weight, code, sentence, fields, more, ofSubject);
    }

    /** The same as seen from the subject: flagged once. */
    public Finding ofTheSubject() {
        return new Finding(rule, weight, code, sentence, fields, values, true);
    }

    /** The same as a doubt: it holds on some readings of a partial date only. */
    public Finding possibly() {
        return new Finding(rule, Weight.DOUBT, POSSIBLY + code, sentence, fields, values, ofSubject);
    }

    /** The refusal of an order whose act has this fault. */
    public Rejection rejection(int act) {
        @Nullable Integer number = rule == 0 ? null : rule;
        return new Rejection(
                number,
                code,
                weight == Weight.BREACH ? sentence + ALL_THE_SAME : sentence,
                fields.stream().map(field -> "acts[" + act + "]." + field).toList());
    }
}
