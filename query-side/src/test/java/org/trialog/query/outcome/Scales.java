package org.trialog.query.outcome;

/** A study with scales, and visits at which they are taken. */
final class Scales {

    private static final String PROTOCOL = """
        study: scales
        version: 1
        title: Scales
        arms:
          - {id: placebo}
          - {id: cells}
        visits:
          - {code: M3, anchor: enrolment, at: P3M, window: [P-14D, P14D]}
          - {code: M6, anchor: enrolment, at: P6M, window: [P-14D, P14D]}
        instruments:
          - {id: scale, version: "1", minimum: 0, maximum: 100, direction: DIRECTION, required: 0}
          - id: items
            version: "1"
            items:
              - {id: "4", minimum: 0, maximum: 4}
              - {id: 5a, minimum: 0, maximum: 4}
              - {id: 5b, minimum: 0, maximum: 4, alternativeTo: 5a}
              - {id: "6", minimum: 0, maximum: 4}
            minimum: 0
            maximum: 12
            direction: higher-better
            subscales:
              - {id: fine-motor, items: ["4", 5a, 5b]}
        measurements:
          - {code: pain, unit: cm}
        clinicalEvents: [tracheostomy]
        outcomes: []
        """;

    private Scales() {}

    /** @param outcome one entry of {@code outcomes} in a protocol file, without the keys that all of these have */
    static Study asking(String outcome) {
        return asking(outcome, "higher-better");
    }

    static Study lowerBetter(String outcome) {
        return asking(outcome, "lower-better");
    }

    private static Study asking(String outcome, String direction) {
        return Study.of(
                PROTOCOL.replace("DIRECTION", direction), "{id: o, version: 1, anchor: enrolment, " + outcome + "}");
    }

    /** Enrolled on the first of January 2021 in an arm that chance gave, and known to be alive for two years. */
    static Story subject(String id, String arm) {
        return Story.screened(id)
                .randomised(arm, "2021-01-01")
                .enrolled("2021-01-01")
                .confirmed("2021-01-01", "2022-12-31");
    }
}
