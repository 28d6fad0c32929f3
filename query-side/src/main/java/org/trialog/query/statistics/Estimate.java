package org.trialog.query.statistics;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A number, or the reason why there is none. The number may be infinite (a ratio to a rate of zero), never NaN.
 */
public sealed interface Estimate {

    /** Without a number; the operations below carry the reason along. */
    record NotEstimable(String reason) implements Estimate {}

    /** A number; NaN is refused with an IllegalArgumentException, being a defect of the procedure, not of the data. */
    record Known(double value) implements Estimate {
        public Known {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("An estimate that is not a number needs a reason instead");
            }
            // Adding zero turns -0.0 into 0.0, so that both are written alike.
            value = value + 0.0;
        }
    }

    static Estimate of(double value) {
        return new Known(value);
    }

    static Estimate none(String reason) {
        return new NotEstimable(reason);
    }

    /** The number, if there is one. */
    default OptionalDouble asDouble() {
        return switch (this) {
            case Known(double value) -> OptionalDouble.of(value);
            case NotEstimable _ -> OptionalDouble.empty();
        };
    }

    /** The reason, empty if there is a number. */
    default String reason() {
        return switch (this) {
            case Known _ -> "";
            case NotEstimable(String reason) -> reason;
        };
    }

    default Estimate map(DoubleUnaryOperator f) {
        return switch (this) {
            case Known(double value) -> of(f.applyAsDouble(value));
            case NotEstimable none -> none;
        };
    }
}
