package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

/**
 * A study as data: one version of its protocol.
 *
 * @param version counts up from 1; a version in use never changes
 * @param synthetic true when the study's data are made up
 * @param zone the study's time zone: a bare date as a limit means the end of that day there
 * @param arms the first one is the reference of ratios
 * @param consentAges from when on the subject itself is asked
 * @param consentStands whether consent to an earlier version stays good; otherwise it is renewed (rule 2)
 */
public record Protocol(
        StudyId study,
        int version,
        String title,
        @Nullable String registry,
        @Nullable String condition,
        boolean synthetic,
        ZoneId zone,
        List<Arm> arms,
        List<PlannedVisit> visits,
        List<Instrument> instruments,
        List<MeasurementDefinition> measurements,
        List<String> clinicalEvents,
        List<EligibilityCriterion> eligibility,
        FractureRules fractures,
        SafetyRules safety,
        List<OutcomeDefinition> outcomes,
        ConsentAges consentAges,
        boolean consentStands) {

    public Protocol {
        zone = zone == null ? ZoneOffset.UTC : zone;
        arms = listed(arms);
        visits = listed(visits);
        instruments = listed(instruments);
        measurements = listed(measurements);
        clinicalEvents = listed(clinicalEvents);
        eligibility = listed(eligibility);
        fractures = fractures == null ? FractureRules.DEFAULT : fractures;
        safety = safety == null ? SafetyRules.DEFAULT : safety;
        outcomes = listed(outcomes);
        consentAges = consentAges == null ? ConsentAges.DEFAULT : consentAges;
    }

    /**
     * Reads a published definition.
     *
     * @throws IllegalArgumentException when it is not of the protocol's form, with Jackson's path to the place
     */
    public static Protocol of(JsonNode definition) {
        try {
            return read(Protocol.class, definition);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    /** Reads a part of a definition: an absent flag is false. */
    static <T> T read(Class<T> type, JsonNode json) throws IOException {
        return FactJson.mapper()
                .readerFor(type)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .readValue(json);
    }

    public Optional<Arm> arm(ArmId id) {
        return arms.stream().filter(arm -> arm.id().equals(id)).findFirst();
    }

    public Optional<PlannedVisit> visit(String code) {
        return visits.stream().filter(visit -> visit.code().equals(code)).findFirst();
    }

    public Optional<Instrument> instrument(String id) {
        return instruments.stream()
                .filter(instrument -> instrument.id().equals(id))
                .findFirst();
    }

    public Optional<MeasurementDefinition> measurement(String code) {
        return measurements.stream()
                .filter(measured -> measured.code().equals(code))
                .findFirst();
    }

    public Optional<OutcomeDefinition> outcome(String id) {
        return outcomes.stream().filter(outcome -> outcome.id().equals(id)).findFirst();
    }

    private static <T> List<T> listed(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
