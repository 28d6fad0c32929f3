package org.trialog.command.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.wire.FactJson;

/** The protocol of the trial in which the rules are tested. */
final class TrialOfBones {
    private static final String DEFINITION = """
        {"study": "bones", "version": 1, "title": "Bones", "synthetic": true, "zone": "Europe/Stockholm",
         "arms": [
          {"id": "untreated", "control": true},
          {"id": "historical", "control": true, "retrospective": true},
          {"id": "cells", "doses": {"count": 3, "anchor": "first-dose", "at": ["P0D", "P4M", "P8M"],
            "window": ["P-14D", "P14D"], "perKg": 3.0e6, "tolerance": 0.1, "weightNotOlderThan": "P14D",
            "gestation": {"from": "16+0", "to": "35+6"}}},
          {"id": "boosted", "doses": {"count": 1, "anchor": "first-dose", "at": ["P0D"], "boosters": true}},
          {"id": "staggered", "doses": {"count": 2, "anchor": "first-dose", "at": ["P0D", "P4M"],
            "stagger": {"first": 3, "apart": "P1M", "then": "P14D"}, "observationHours": 24}}],
         "visits": [
          {"code": "BL", "anchor": "enrolment", "at": "P0D", "window": ["P-14D", "P14D"]},
          {"code": "FU6", "anchor": "last-dose", "at": "P6M", "window": ["P-14D", "P14D"]},
          {"code": "W2", "anchor": "enrolment", "at": "P14D"}],
         "instruments": [
          {"id": "alsfrs-r", "version": "1", "minimum": 0, "maximum": 8, "direction": "higher-better", "required": 2,
           "items": [{"id": "1", "minimum": 0, "maximum": 4}, {"id": "5a", "minimum": 0, "maximum": 4},
                     {"id": "5b", "minimum": 0, "maximum": 4, "alternativeTo": "5a"}]},
          {"id": "pain", "version": "1", "minimum": 0, "maximum": 12, "direction": "lower-better", "required": 2,
           "items": [{"id": "1", "minimum": 0, "maximum": 4}, {"id": "2", "minimum": 0, "maximum": 4},
                     {"id": "3", "minimum": 0, "maximum": 4}]}],
         "measurements": [{"code": "weight", "unit": "kg", "minimum": 0.3, "maximum": 150},
          {"code": "height", "unit": "cm", "maximum": 250, "mostPossible": 300, "decimals": 1,
           "ages": [{"below": "P1Y", "minimum": 30, "maximum": 90}, {"below": "P2Y", "minimum": 40, "maximum": 110}]},
          {"code": "bone-density-t", "unit": "SD", "minimum": -6, "maximum": 6, "leastPossible": -20}],
         "safety": {"aesi": ["Embolism", "tumour"]},
         "clinicalEvents": ["rodding-surgery", "autopsy"],
         "eligibility": [
          {"id": "below-18-months-corrected", "judge": "corrected-age", "below": "P18M", "arms": ["cells"]},
          {"id": "below-10-years", "judge": "age", "below": "P10Y"}]}
        """;

    private TrialOfBones() {}

    static Protocol version(int number) {
        return read(DEFINITION.replace("\"version\": 1, \"title\"", "\"version\": " + number + ", \"title\""));
    }

    /** The amendment asks for a glycine substitution, and for an age below 2 years. */
    static Protocol amended() {
        return read(DEFINITION
                .replace("\"version\": 1, \"title\"", "\"version\": 2, \"title\"")
                .replace("\"P10Y\"}", "\"P2Y\"}, {\"id\": \"glycine\", \"judge\": \"recorded\"}"));
    }

    /** As made from an import: arms and visits, nothing else declared. */
    static Protocol bare() {
        return read("""
            {"study": "bones", "version": 1, "title": "Bones", "arms": [{"id": "cells"}],
             "visits": [{"code": "W2", "anchor": "enrolment", "at": "P14D"}]}
            """);
    }

    private static Protocol read(String json) {
        try {
            return Protocol.of(FactJson.mapper().readTree(json));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
