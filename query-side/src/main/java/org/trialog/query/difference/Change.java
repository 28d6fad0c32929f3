package org.trialog.query.difference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How one subject stands otherwise in a group of one figure than in the same group of another.
 *
 * @param record what it is about; null where it is about the subject as a whole
 * @param from as it was; null where there was nothing
 * @param to as it is; null where there is nothing
 * @param reason why it does not count, or is left out
 */
record Change(
        What what,
        String group,
        @Nullable String record,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    /** What is otherwise. */
    enum What {
        /** Was in no way in the group. */
        ENTERS_GROUP("enters-group"),
        LEAVES_GROUP("leaves-group"),
        /** Was left out. */
        TAKEN_IN("taken-in"),
        LEFT_OUT("left-out"),
        /** Left out as before, for another reason. */
        LEFT_OUT_OTHERWISE("left-out-otherwise"),
        ANCHOR_MOVED("anchor-moved"),
        /** From and to are the days that it is placed on. */
        COUNTED("counted"),
        COUNTED_NO_LONGER("counted-no-longer"),
        PLACED_OTHERWISE("placed-otherwise"),
        /** Known, and not counted. */
        NOT_COUNTED("not-counted"),
        /** Is no more among what was not counted, and is not counted either. */
        GONE("gone"),
        /** Person-time, in days. */
        PERSON_DAYS("person-days"),
        /** Other numbers of the subject. */
        NUMBERS("numbers");

        private final String token;

        What(String token) {
            this.token = token;
        }
    }

    static Change of(What what, String group) {
        return new Change(what, group, null, null, null, null);
    }

    /** Keys: {@code what}, {@code group}, and of {@code record}, {@code from}, {@code to}, {@code reason} those that apply. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("what", what.token);
        json.put("group", group);
        put(json, "record", record);
        put(json, "from", from);
        put(json, "to", to);
        put(json, "reason", reason);
        return json;
    }

    private static void put(ObjectNode json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
