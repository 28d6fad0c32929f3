package org.trialog.command.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.wire.FactJson;

/** The protocol of a trial before birth, in which arms differ in visits and criteria and older children assent. */
public final class TrialOfMothers {
    private static final String DEFINITION =
            """
        {"study": "bones", "version": 1, "title": "Bones", "synthetic": true, "zone": "Europe/Stockholm",
         "consentAges": {"assent": "P12Y", "majority": "P16Y"},
         "arms": [
          {"id": "untreated", "control": true},
          {"id": "cells", "doses": {"count": 2, "anchor": "first-dose", "at": ["P0D", "P4M"]}},
          {"id": "prenatal", "doses": {"count": 1, "anchor": "first-dose", "at": ["P0D"],
            "gestation": {"from": "16+0", "to": "35+6"}}}],
         "visits": [
          {"code": "BL", "anchor": "enrolment", "at": "P0D"},
          {"code": "D1", "anchor": "enrolment", "at": "P14D", "arms": ["cells", "prenatal"]}],
         "safety": {"maternal": ["pre-eclampsia", "feto-maternal"]},
         "eligibility": [
          {"id": "glycine", "judge": "recorded"},
          {"id": "weeks", "judge": "gestational-age", "gestation": {"from": "16+0", "to": "35+6"},
           "arms": ["prenatal"]}]}
        """;

    private TrialOfMothers() {}

    public static Protocol version(int number) {
        try {
            return Protocol.of(FactJson.mapper()
                    .readTree(
                            DEFINITION.replace("\"version\": 1, \"title\"", "\"version\": " + number + ", \"title\"")));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
