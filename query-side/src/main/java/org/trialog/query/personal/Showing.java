package org.trialog.query.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.personal.Personal;
import org.trialog.events.personal.PersonalShape;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.SubjectId;
import org.trialog.events.wire.FactJson;
import org.trialog.query.personal.OpenableKeys.Openable;

/**
 * Replaces the personal fields of an answer: {@code {"key", "ciphertext"}} becomes {@code {"text"}}, {@code {"erased": true,
 * "by": position}} with the event that redacted it (null where the key is gone without one), {@code {"restricted": true}},
 * or {@code {"withheld": true}} for a birth date that the reader does not see; the age in days stands beside it.
 */
public final class Showing {

    private static final String CIPHERTEXT = "ciphertext";

    private static final ObjectReader NUMBERS_AS_WRITTEN =
            FactJson.mapper().reader().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private static final Set<String> BIRTH_DATES = Arrays.stream(RecordKind.values())
            .flatMap(kind -> PersonalShape.names(kind.type(), ClinicalDate.class).stream())
            .collect(Collectors.toUnmodifiableSet());

    private final OpenableKeys keys;
    private final Supplier<Standing> standing;
    private final boolean birthDates;

    /** @param standing asked for when there is a field to show */
    Showing(OpenableKeys keys, Supplier<Standing> standing, boolean birthDates) {
        this.keys = keys;
        this.standing = standing;
        this.birthDates = birthDates;
    }

    /**
     * What is known of personal fields now.
     *
     * @param restricted subjects whose fields are shown to nobody
     * @param erasedBy the position of the redaction of each destroyed key
     */
    record Standing(Set<SubjectId> restricted, Map<String, Long> erasedBy) {

        Standing {
            restricted = Set.copyOf(restricted);
            erasedBy = Map.copyOf(erasedBy);
        }
    }

    /** Where a sealed field stands in the answer. */
    private record Place(ObjectNode parent, String field, Personal<String> sealed) {}

    /** Of a whole answer in JSON. */
    public String show(String answer) {
        return show(List.of(answer)).getFirst();
    }

    /** Of many answers, with one look at the keys. */
    public List<String> show(List<String> answers) {
        List<JsonNode> parsed = new ArrayList<>();
        for (String answer : answers) {
            parsed.add(
                    answer.contains(CIPHERTEXT)
                            ? read(answer)
                            : FactJson.mapper().nullNode());
        }
        showAll(parsed);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            shown.add(parsed.get(i).isNull() ? answers.get(i) : parsed.get(i).toString());
        }
        return shown;
    }

    private void showAll(List<JsonNode> answers) {
        List<Place> places = new ArrayList<>();
        answers.forEach(answer -> collect(answer, places));
        if (places.isEmpty()) {
            return;
        }
        Map<String, Openable> found =
                keys.find(places.stream().map(place -> place.sealed().key()).collect(Collectors.toSet()));
        Standing now = standing.get();
        places.forEach(place -> place.parent()
                .set(place.field(), shown(place, found.get(place.sealed().key()), now)));
    }

    private ObjectNode shown(Place place, @Nullable Openable openable, Standing now) {
        ObjectNode shown = FactJson.mapper().createObjectNode();
        if (openable == null) {
            return shown.put("erased", true)
                    .put("by", now.erasedBy().get(place.sealed().key()));
        }
        if (now.restricted().contains(openable.subject())) {
            return shown.put("restricted", true);
        }
        return BIRTH_DATES.contains(place.field()) && !birthDates
                ? shown.put("withheld", true)
                : shown.put("text", openable.key().open(place.sealed(), text -> text));
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (isSealed(field.getValue())) {
                    places.add(new Place(object, field.getKey(), sealed(field.getValue())));
                } else {
                    collect(field.getValue(), places);
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> collect(element, places));
        }
    }

    private static boolean isSealed(JsonNode node) {
        return node.size() == 2
                && node.path("key").isTextual()
                && node.path(CIPHERTEXT).isTextual();
    }

    private static Personal<String> sealed(JsonNode node) {
        return new Personal<>(
                node.path("key").textValue(), node.path(CIPHERTEXT).textValue());
    }

    private static JsonNode read(String answer) {
        try {
            return NUMBERS_AS_WRITTEN.readTree(answer);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
