package org.trialog.query.outcome.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.trialog.query.statistics.ObservedExpected;
import org.trialog.query.statistics.Proportion;

/**
 * Shares and prognoses as JSON. A share is {@code {numerator, denominator, estimate, clopper-pearson {lower, upper},
 * wilson {lower, upper}}}.
 *
 * <p>Of a proportion: {@code share}, {@code bounds {undeterminedAsNo, undeterminedAsYes}} (shares of all),
 * {@code undetermined [{subject, reason}]}.
 *
 * <p>Of observed against predicted times: {@code observedMonths}, {@code predictedMonths}, {@code differenceMonths} (means
 * as at {@link ScoresJson}, months of 30.4375 days), {@code alive}, {@code beyondPrediction {undeterminedAsNo,
 * undeterminedAsYes}}, {@code observedExpected {observed, expected, estimate, lower, upper}}, {@code kaplanMeier} with the
 * keys of a {@code time-to-first-event}, {@code perSubject [{subject, observedDays, predictedDays,
 * ended, beyond}]}.
 */
final class ForecastJson {

    private ForecastJson() {}

    static void add(Numbers.Determined determined, ObjectNode node) {
        node.set("share", share(determined.share()));
        addBounds("bounds", determined.asNo(), determined.asYes(), node);
        ScoresJson.addMissing("undetermined", determined.undetermined(), node);
    }

    static void add(Numbers.Forecast forecast, ObjectNode node) {
        node.set("observedMonths", ScoresJson.mean(forecast.observed()));
        node.set("predictedMonths", ScoresJson.mean(forecast.predicted()));
        node.set("differenceMonths", ScoresJson.mean(forecast.difference()));
        node.put("alive", forecast.alive());
        addBounds("beyondPrediction", forecast.beyondAsNo(), forecast.beyondAsYes(), node);
        ObservedExpected ratio = forecast.ratio();
        if (ratio != null) {
            ObjectNode of = node.putObject("observedExpected");
            of.put("observed", ratio.observed());
            of.put("expected", ratio.expected());
            of.set("estimate", FigureJson.of(ratio.ratio()));
            ComparisonJson.addInterval(ratio.interval(), of);
        }
        NumbersJson.addFirst(forecast.survival(), node.putObject("kaplanMeier"));
        ArrayNode perSubject = node.putArray("perSubject");
        forecast.perSubject().forEach(one -> perSubject
                .addObject()
                .put("subject", one.subject())
                .put("observedDays", one.observedDays())
                .put("predictedDays", one.predictedDays())
                .put("ended", one.ended())
                .put("beyond", one.beyond().name().toLowerCase(Locale.ROOT)));
    }

    private static void addBounds(String key, Proportion asNo, Proportion asYes, ObjectNode node) {
        ObjectNode bounds = node.putObject(key);
        bounds.set("undeterminedAsNo", share(asNo));
        bounds.set("undeterminedAsYes", share(asYes));
    }

    private static ObjectNode share(Proportion share) {
        ObjectNode node = FigureJson.NODES.objectNode();
        node.put("numerator", share.successes());
        node.put("denominator", share.n());
        node.set("estimate", FigureJson.of(share.estimate()));
        ComparisonJson.addInterval(share.clopperPearson(), node.putObject("clopper-pearson"));
        ComparisonJson.addInterval(share.wilson(), node.putObject("wilson"));
        return node;
    }
}
