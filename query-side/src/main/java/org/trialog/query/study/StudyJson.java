package org.trialog.query.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.UncheckedIOException;
import org.trialog.events.wire.FactJson;

/** What is known of a study, as JSON. */
public final class StudyJson {

    private static final ObjectReader VIEW = FactJson.mapper().readerFor(StudyView.class);

    private StudyJson() {}

    public static String write(StudyView view) {
        try {
            return FactJson.mapper().writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @throws UncheckedIOException when the text is not of the form that {@link #write} gives */
    public static StudyView read(String text) {
        try {
            return VIEW.readValue(text);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
