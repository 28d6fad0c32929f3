package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.query.statistics.Numbers.CLOSED;
import static org.trialog.query.statistics.Numbers.assertInterval;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.assertNumber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 2.5, 0, 0, 1.475551781645571",
        "1, 2.5, 0.4, 0.010127123193716, 2.228657356375559",
        "3, 2.5, 1.2, 0.247468849158241, 3.506909227896929",
        "20, 2.5, 8, 4.88660783416158, 12.35535116106984",
        "100000, 3, 33333.333333333333, 33127.0508879149, 33540.5815799146"
    })
    void exactRates(long events, double years, double rate, double lower, double upper) {
        PoissonRate actual = PoissonRate.exact(events, years);

        assertNumber(actual.rate(), rate, CLOSED);
        assertInterval(actual.interval(), lower, upper, CLOSED);
    }

    @Test
    void theRateOfTheFractureFreeYearExample() {
        PoissonRate rate = PoissonRate.exact(2, 1440 / 365.25);

        assertNumber(rate.personTime(), 3.94250513347023, CLOSED);
        assertNumber(rate.rate(), 0.507291666666667, CLOSED);
        assertInterval(rate.interval(), 0.0614353742973495, 1.8325119240529000, CLOSED);
    }

    @Test
    void withoutPersonTimeThereIsNoRate() {
        assertNone(PoissonRate.exact(0, 0).rate(), "no person-time");
        assertNone(PoissonRate.exact(1, 0).interval().upper(), "no person-time");
        assertThatThrownBy(() -> PoissonRate.exact(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonRate.exact(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 20, 1, 0.15, 0.0285436363590859, 0.5057726902575634, 0.00048828125, 0.00048828125",
        "3, 1, 20, 2, 0.3, 0.0570872727181718, 1.0115453805151269, 0.0451119755240513, 0.0529505203256462",
        "0, 2, 4, 1, 0, 0, 0.7574334296829351, 0.0123456790123457, 0.0246913580246914",
        "4, 2, 0, 1, Infinity, 0.330062009680047, Infinity, 0.308641975308642, 0.395061728395062",
        "5, 1, 5, 1, 1, 0.230142468938108, 4.345134579523997, 1, 1",
        "40, 3.5, 12, 2.25, 2.142857142857143, 1.1021274021603813, 4.4870272358609906, 0.0220301875244796,"
                + " 0.0219605621034476",
        "1, 1, 0, 1, Infinity, 0.0256410256410257, Infinity, 1, 1",
        "900, 1, 1000, 1, 0.9, 0.8215773577077543, 0.9857996939801662, 0.0231088451089011, 0.0231088451089011"
    })
    void exactRateRatios(
            long x1,
            double t1,
            long x0,
            double t0,
            double ratio,
            double lower,
            double upper,
            double minimumLikelihood,
            double twiceSmallerTail) {
        RateRatio actual = RateRatio.exact(x1, t1, x0, t0);

        assertNumber(actual.ratio().value(), ratio, CLOSED);
        assertInterval(actual.ratio().interval(), lower, upper, CLOSED);
        assertNumber(actual.pMinimumLikelihood(), minimumLikelihood, CLOSED);
        assertNumber(actual.pTwiceSmallerTail(), twiceSmallerTail, CLOSED);
    }

    @Test
    void aReductionMirrorsTheRatio() {
        Ratio ratio = RateRatio.exact(3, 1, 20, 1).ratio();

        assertNumber(ratio.percentReduction(), 85, CLOSED);
        assertInterval(ratio.percentReductionInterval(), 49.42273097424366, 97.14563636409141, CLOSED);
        assertNumber(ratio.log(), -1.897119984885881, CLOSED);
        assertNumber(ratio.logStandardError(), 0.61913918736689033, CLOSED);
    }

    @Test
    void zeroCountsGiveZeroInfinityOrNotEstimable() {
        assertNumber(RateRatio.exact(0, 1, 4, 1).ratio().log(), Double.NEGATIVE_INFINITY, CLOSED);
        assertNone(RateRatio.exact(4, 1, 0, 1).ratio().logStandardError(), "no events on one side");
        assertNone(RateRatio.exact(0, 1, 0, 1).ratio().value(), "no events on either side");
        assertNone(RateRatio.exact(0, 1, 0, 1).pMinimumLikelihood(), "no events on either side");
        assertNone(RateRatio.exact(2, 0, 1, 1).ratio().interval().lower(), "no person-time on one side");
    }
}
