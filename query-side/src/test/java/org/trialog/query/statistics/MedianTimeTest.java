package org.trialog.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.query.statistics.Numbers.assertNone;
import static org.trialog.query.statistics.Numbers.number;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTimeTest {

    private static final String ABOVE = "the upper limit stays above 0.5";

    private static MedianTime of(DataSet data) {
        return KaplanMeier.of(data.observations()).median();
    }

    private static void assertMedian(MedianTime median, double time, double lower, double upper) {
        assertThat(number(median.time())).isEqualTo(time);
        assertThat(number(median.interval().lower())).isEqualTo(lower);
        assertThat(number(median.interval().upper())).isEqualTo(upper);
    }

    @Test
    void leukaemiaRemission() {
        DataSet aml = DataSet.read("aml");

        assertMedian(of(aml), 27, 13, 34);
        assertMedian(of(aml.where("group", "Nonmaintained")), 23, 5, 33);
        MedianTime maintained = of(aml.where("group", "Maintained"));
        assertThat(number(maintained.time())).isEqualTo(31);
        assertThat(number(maintained.interval().lower())).isEqualTo(13);
        assertNone(maintained.interval().upper(), ABOVE);
    }

    @Test
    void lungCancer() {
        DataSet lung = DataSet.read("lung");

        assertMedian(of(lung), 310, 284, 361);
        assertMedian(of(lung.where("sex", "1")), 270, 210, 306);
        assertMedian(of(lung.where("sex", "2")), 426, 345, 524);
    }

    @Test
    void veterans() {
        DataSet veteran = DataSet.read("veteran");

        assertMedian(of(veteran.where("trt", "1")), 103, 54, 126);
        assertMedian(of(veteran.where("trt", "2")), 52.5, 43, 90);
    }

    @Test
    void aPlateauAtOneHalfThatAnEventEndsHasItsMedianInTheMiddle() {
        MedianTime median = KaplanMeier.of(List.of(event(1), event(2), event(3), Observation.fromAnchor(4, 0)))
                .median();

        assertThat(number(median.time())).isEqualTo(2.5);
        assertThat(number(median.interval().lower())).isEqualTo(1);
        assertNone(median.interval().upper(), ABOVE);
    }

    @Test
    void aPlateauAtOneHalfThatNoEventEndsHasItsMedianAtItsStart() {
        MedianTime median = KaplanMeier.of(
                        List.of(event(1), event(2), Observation.fromAnchor(3, 0), Observation.fromAnchor(4, 0)))
                .median();

        assertThat(number(median.time())).isEqualTo(2);
    }

    @Test
    void aRoundingErrorAboveOneHalfIsOneHalf() {
        // 23/24 · 22/23 · … · 12/13 comes out as 0.5000000000000001.
        List<Observation> days =
                IntStream.rangeClosed(1, 24).mapToObj(day -> event(day)).toList();

        assertThat(number(KaplanMeier.of(days).median().time())).isEqualTo(12.5);
    }

    @Test
    void everybodyCensoredHasNoMedian() {
        MedianTime median = KaplanMeier.of(List.of(Observation.fromAnchor(3, 0), Observation.fromAnchor(9, 0)))
                .median();

        assertNone(median.time(), "the estimate stays above 0.5");
        assertNone(median.interval().lower(), "the curve has log-log limits nowhere");
    }

    private static Observation event(double day) {
        return Observation.fromAnchor(day, 1);
    }
}
