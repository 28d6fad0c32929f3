package org.trialog.command.sdtm.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialog.command.sdtm.file.Row;
import org.trialog.events.wire.FactJson;

/**
 * The instruments that qs names, with the ranges found in the data: the source does not give the scales, so they can
 * confirm nothing but that later rows stay within what came first. Direction and ranges are the import's until a protocol
 * amendment states the real ones.
 */
final class FoundInstruments {

    private FoundInstruments() {}

    /** The least and greatest value found. */
    private record Found(BigDecimal least, BigDecimal greatest) {

        Found and(Found other) {
            return new Found(least.min(other.least), greatest.max(other.greatest));
        }
    }

    static ArrayNode of(List<Row> rows) {
        SortedMap<String, SortedMap<String, Found>> categories = new TreeMap<>();
        for (Row row : rows) {
            String test = row.get("QSTESTCD");
            String number = QsRow.number(row);
            if (test != null && number != null) {
                BigDecimal value = SdtmText.number(number);
                categories
                        .computeIfAbsent(SdtmText.slug(QsRow.category(row)), category -> new TreeMap<>())
                        .merge(QsRow.total(test) ? "" : SdtmText.slug(test), new Found(value, value), Found::and);
            }
        }
        ArrayNode listed = FactJson.mapper().createArrayNode();
        categories.forEach((id, tests) -> listed.add(instrument(id, tests)));
        return listed;
    }

    /** The total is kept under the empty name; without one it lies between the sums of the items. */
    private static ObjectNode instrument(String id, SortedMap<String, Found> tests) {
        Found total = tests.get("");
        Found range = total == null ? sum(tests) : total;
        ObjectNode instrument = FactJson.mapper()
                .createObjectNode()
                .put("id", id)
                .put("version", QsRow.VERSION)
                .put("minimum", range.least())
                .put("maximum", range.greatest())
                .put("direction", "lower-better")
                .put("required", 0);
        ArrayNode items = instrument.putArray("items");
        for (Map.Entry<String, Found> test : tests.entrySet()) {
            if (!test.getKey().isEmpty()) {
                items.addObject()
                        .put("id", test.getKey())
                        .put("minimum", test.getValue().least())
                        .put("maximum", test.getValue().greatest());
            }
        }
        return instrument;
    }

    private static Found sum(SortedMap<String, Found> tests) {
        Found sum = new Found(BigDecimal.ZERO, BigDecimal.ZERO);
        for (Found one : tests.values()) {
            sum = new Found(sum.least().add(one.least()), sum.greatest().add(one.greatest()));
        }
        return sum;
    }
}
