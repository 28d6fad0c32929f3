package org.trialog.command.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an order was refused.
 *
 * @param rule number in the domain's list of rules; null when it is not one of them
 * @param code stable and speaking, {@code dose-to-control}
 * @param sentence for a coordinator: what is wrong and what to do; no personal data
 * @param fields the offending fields of the act, as in {@code acts[2].date}
 */
public record Rejection(@Nullable Integer rule, String code, String sentence, List<String> fields) {

    public Rejection {
        fields = List.copyOf(fields);
    }
}
