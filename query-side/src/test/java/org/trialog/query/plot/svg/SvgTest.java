package org.trialog.query.plot.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trialog.query.plot.Drawn;
import org.trialog.query.plot.svg.Svg.Align;
import org.trialog.query.statistics.Estimate;

class SvgTest {

    @Test
    void whatPeopleNameStaysTextWhateverItIs() {
        String name = "<script>alert('x')</script> & \"y\" \u0001\uD800";
        Svg svg = new Svg();
        svg.mark(Data.of("subject", name), name, () -> svg.text(1, 2, Align.START, name));

        Drawn drawn = Drawn.of(svg.document(10, 10, name, name, Data.of("study", name)));

        String read = "<script>alert('x')</script> & \"y\" \uFFFD\uFFFD";
        assertThat(drawn.title()).isEqualTo(read);
        assertThat(drawn.description()).isEqualTo(read);
        assertThat(drawn.marks("subject", read)).hasSize(1);
        assertThat(Drawn.words(drawn.marks("subject", read).getFirst())).isEqualTo(read);
    }

    @Test
    void aColourIsThePagesAndWithoutOneThePlainOne() {
        Svg svg = new Svg();
        svg.filled(Ink.INK, () -> svg.circle(1, 1, 1));

        assertThat(svg.document(10, 10, "", "", Data.NONE))
                .contains("<g fill=\"#1b2733\"><g fill=\"var(--trialog-ink, #1b2733)\">\n<circle");
    }

    @Test
    void numbersAreWrittenAsShortAsTheyCanBe() {
        assertThat(Digits.place(12.3456)).isEqualTo("12.35");
        assertThat(Digits.place(-0.001)).isEqualTo("0");
        assertThat(Digits.percent(0.5625)).isEqualTo("56.3 %");
        assertThat(Digits.significant(12.3456)).isEqualTo("12.3");
        assertThat(Digits.significant(1234.5)).isEqualTo("1230");
        assertThat(Digits.significant(0.49)).isEqualTo("0.490");
        assertThat(Digits.significant(27)).isEqualTo("27");
        assertThat(Digits.significant(-0.0123456)).isEqualTo("−0.0123");
        assertThat(Digits.significant(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(Digits.significant(Estimate.none("nobody"))).isEqualTo("–");
    }

    @Test
    void wordsThatDoNotFitAreCutAndLinesBrokenAtSpaces() {
        assertThat(Lettering.fitted("postnatal", 12, 200)).isEqualTo("postnatal");
        assertThat(Lettering.fitted("a name without any end at all", 12, 60)).endsWith("…");
        assertThat(Lettering.wrapped("one two three four five six", 12, 60))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(Lettering.width(line, 12)).isLessThanOrEqualTo(60));
        assertThat(Lettering.width("末次给药", 10)).isEqualTo(40);
    }
}
