package org.trialog.deploy.demo.story;

import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Supplement;
import org.trialog.events.personal.Personal;

/** One act of a story before the ids of its records are known: a correction names the record as it was first made. */
public sealed interface Deed {

    record Makes(ClinicalRecord record, @Nullable Personal<String> asDeviation) implements Deed {}

    record Corrects(ClinicalRecord first, ClinicalRecord after, String code, Personal<String> words) implements Deed {}

    /** More is learned of a record. */
    record Adds(ClinicalRecord first, Supplement more) implements Deed {}

    /** Asks about a record. */
    record Asks(ClinicalRecord about, @Nullable String field, Personal<String> words) implements Deed {}

    record Answers(Asks question, Personal<String> words) implements Deed {}

    record Closes(Asks question) implements Deed {}

    record Retracts(ClinicalRecord first, String code, Personal<String> words) implements Deed {}
}
