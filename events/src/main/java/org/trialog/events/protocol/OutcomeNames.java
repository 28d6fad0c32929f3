package org.trialog.events.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the definition of an outcome names in its protocol, and the protocol does not have. */
public final class OutcomeNames {

    /** The end of every life, beside the clinical events that a protocol names as ends. */
    public static final String DEATH = "death";

    private final Protocol protocol;
    private final List<Unknown> unknown = new ArrayList<>();

    private OutcomeNames(Protocol protocol) {
        this.protocol = protocol;
    }

    /** A name that is not found, by the path of its key in the outcome. */
    public record Unknown(String path, String sentence) {}

    /** Empty when all is there. */
    public static List<Unknown> unknown(Protocol protocol, OutcomeDefinition outcome) {
        OutcomeNames names = new OutcomeNames(protocol);
        names.scale(outcome);
        for (int index = 0; index < outcome.visits().size(); index++) {
            String code = outcome.visits().get(index);
            names.require(
                    protocol.visits().stream().anyMatch(visit -> visit.code().equals(code)),
                    "visits[" + index + "]",
                    "'%s' is no planned visit of this protocol".formatted(code));
        }
        for (int index = 0; index < outcome.terminal().size(); index++) {
            String end = outcome.terminal().get(index);
            names.require(
                    end.equals(DEATH) || protocol.clinicalEvents().contains(end),
                    "terminal[" + index + "]",
                    "'%s' is neither 'death' nor a clinical event of this protocol".formatted(end));
        }
        return List.copyOf(names.unknown);
    }

    private void scale(OutcomeDefinition outcome) {
        String measurement = outcome.measurement();
        require(
                measurement == null || protocol.measurement(measurement).isPresent(),
                "measurement",
                "'%s' is no measurement of this protocol".formatted(measurement));
        String named = outcome.instrument();
        if (named == null) {
            return;
        }
        Optional<Instrument> instrument = protocol.instrument(named);
        require(instrument.isPresent(), "instrument", "'%s' is no instrument of this protocol".formatted(named));
        if (instrument.isPresent()) {
            String item = outcome.item();
            require(
                    item == null
                            || instrument.get().items().stream()
                                    .anyMatch(one -> one.id().equals(item)),
                    "item",
                    "'%s' is no item of %s".formatted(item, named));
            String subscale = outcome.subscale();
            require(
                    subscale == null
                            || instrument.get().subscales().stream()
                                    .anyMatch(one -> one.id().equals(subscale)),
                    "subscale",
                    "'%s' is no subscale of %s".formatted(subscale, named));
        }
    }

    private void require(boolean found, String path, String sentence) {
        if (!found) {
            unknown.add(new Unknown(path, sentence));
        }
    }
}
