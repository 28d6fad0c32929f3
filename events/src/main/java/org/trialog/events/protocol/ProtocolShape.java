package org.trialog.events.protocol;

import static org.trialog.events.protocol.Shape.Key.may;
import static org.trialog.events.protocol.Shape.Key.must;

import java.math.BigDecimal;
import java.time.Period;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.trialog.events.protocol.Shape.Again;
import org.trialog.events.protocol.Shape.Decimal;
import org.trialog.events.protocol.Shape.Flag;
import org.trialog.events.protocol.Shape.Formed;
import org.trialog.events.protocol.Shape.Keys;
import org.trialog.events.protocol.Shape.Labels;
import org.trialog.events.protocol.Shape.Many;
import org.trialog.events.protocol.Shape.OneOrMany;
import org.trialog.events.protocol.Shape.Text;
import org.trialog.events.protocol.Shape.Token;
import org.trialog.events.protocol.Shape.Whole;
import org.trialog.events.value.Bone;
import org.trialog.events.value.GestationalAge;

/** The form of a protocol file, key by key: the counterpart of the records of this package. */
final class ProtocolShape {

    /** With {@link Shape.Text#LONGEST}. */
    private static final Pattern ANY = Pattern.compile("[\\s\\S]*\\S[\\s\\S]*");

    private static final Text WORDS = new Text("text of 1 to 1000 characters", ANY, false);
    private static final Text STUDY_ID =
            new Text("an id of small letters, digits and hyphens", Pattern.compile("[a-z0-9][a-z0-9-]{0,63}"), false);
    private static final Text ID = new Text(
            "an id of letters, digits, dots, hyphens and underscores",
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"),
            false);
    private static final Text WRITTEN = new Text("text of 1 to 1000 characters", ANY, true);
    private static final Flag FLAG = new Flag();
    private static final Labels LABELS = new Labels();
    private static final Decimal NUMBER = new Decimal(new BigDecimal("-1e18"), new BigDecimal("1e18"));
    private static final Decimal SHARE = new Decimal(BigDecimal.ZERO, BigDecimal.ONE);
    private static final Decimal POSITIVE = new Decimal(BigDecimal.ZERO, new BigDecimal("1e18"));
    private static final Formed PERIOD = new Formed(
            "an ISO 8601 duration in whole days or longer, as in P6M, P1Y or P-14D",
            Pattern.compile("[-+]?P(?=[-+0-9])([-+]?\\d+Y)?([-+]?\\d+M)?([-+]?\\d+W)?([-+]?\\d+D)?"),
            ProtocolShape::period);
    private static final Formed ZONE =
            new Formed("a time zone, as in Europe/Stockholm", Pattern.compile("[A-Za-z0-9_+:/-]{1,60}"), ZoneId::of);
    private static final Formed GESTATION = new Formed(
            "a gestational age in quotes, as in '16+0'",
            Pattern.compile("\\d{1,2}(\\+[0-6])?"),
            text -> GestationalAge.of(text));
    private static final Token ANCHOR = Token.of(Anchor.values());
    private static final Many WINDOW = new Many(PERIOD, 2, 2);
    private static final Many BONES = many(Token.of(Bone.values()));

    private static final Keys DOSES = Keys.of(
            "doses",
            must("count", new Whole(1, 1000), "how many doses the series has"),
            must("anchor", ANCHOR, "what the offsets count from"),
            must("at", new Many(PERIOD, 1, 1000), "one offset from the anchor for each dose"),
            may("window", WINDOW, "days before and after the planned day, both included"),
            may("perKg", POSITIVE, "cells per kg of body weight"),
            may("tolerance", POSITIVE, "relative deviation from perKg that is still as planned; 0.1 is 10 %"),
            may("weightNotOlderThan", PERIOD, "how old the weight may be at the dose"),
            may("routes", many(WORDS), "routes of administration"),
            may(
                    "gestation",
                    Keys.of("gestation", must("from", GESTATION, "included"), must("to", GESTATION, "included")),
                    "gestational ages of a first dose in utero"),
            may("boosters", FLAG, "whether further doses may follow the series"),
            may(
                    "stagger",
                    Keys.of(
                            "stagger",
                            must("first", new Whole(1, 1000), "the subjects that come first"),
                            must("apart", PERIOD, "least time between their first doses"),
                            must("then", PERIOD, "least time before the first dose of each later subject")),
                    "how far apart first doses of different subjects are"),
            may("observationHours", new Whole(1, 1000), "how long a subject is observed after a dose"));

    private static final Keys ARM = Keys.of(
            "arm",
            must("id", ID, "unique in the study"),
            may("label", LABELS, "by language"),
            may("control", FLAG, "true forbids doses"),
            may("retrospective", FLAG, "true allows records that precede consent"),
            may("doses", DOSES, "the planned series; without it any dose may be recorded"),
            may("planned", new Whole(0, 1_000_000), "how many subjects are planned in it"));

    private static final Keys VISIT = Keys.of(
            "visit",
            must("code", WORDS, "unique in the study"),
            may("label", LABELS, "by language"),
            must("anchor", ANCHOR, "what the offset counts from"),
            may("at", PERIOD, "offset from the anchor"),
            may("window", WINDOW, "days before and after the planned day, both included"),
            may("collect", many(WORDS), "measurements, instruments and statuses that are asked for"),
            may("arms", many(ID), "those whose subjects it is planned for; all unless said"));

    private static final Keys INSTRUMENT = Keys.of(
            "instrument",
            must("id", ID, "unique in the study"),
            must("version", WRITTEN, "of the instrument"),
            may(
                    "items",
                    many(Keys.of(
                            "item",
                            must("id", WRITTEN, "unique in the instrument"),
                            must("minimum", NUMBER, "least answer"),
                            must("maximum", NUMBER, "greatest answer"),
                            may(
                                    "values",
                                    many(NUMBER),
                                    "the only answers; every whole number of the range unless said"),
                            may("alternativeTo", WRITTEN, "the item in whose place this one is answered"))),
                    "none where only a total is recorded"),
            must("minimum", NUMBER, "of the total"),
            must("maximum", NUMBER, "of the total"),
            may("unit", WORDS, "of the total"),
            must("direction", Token.of(Instrument.Direction.values()), "which way is better"),
            may(
                    "required",
                    new Whole(0, 1000),
                    "items that must be answered for a total; all unless said, 0 where a total stands by itself"),
            may(
                    "subscales",
                    many(Keys.of(
                            "subscale",
                            must("id", ID, "unique in the instrument"),
                            must("items", many(WRITTEN), "its items"))),
                    "parts of the total"),
            may("decimals", FLAG, "whether values can lie between whole numbers"));

    private static final Keys MEASUREMENT = Keys.of(
            "measurement",
            must("code", WORDS, "unique in the study"),
            must("unit", WORDS, "the only one taken"),
            may("minimum", NUMBER, "least plausible value"),
            may("maximum", NUMBER, "greatest plausible value"),
            may(
                    "ages",
                    many(Keys.of(
                            "age range",
                            must("below", PERIOD, "exclusive upper limit of the age"),
                            may("minimum", NUMBER, "least plausible value"),
                            may("maximum", NUMBER, "greatest plausible value"))),
                    "plausible ranges by age, youngest first"),
            may("leastPossible", NUMBER, "refused below; zero unless said, where nothing below zero is plausible"),
            may("mostPossible", NUMBER, "refused above"),
            may("decimals", new Whole(0, 20), "how many decimals a value has at most"));

    private static final Keys CRITERION = Keys.of(
            "criterion",
            must("id", ID, "unique in the study"),
            may("label", LABELS, "by language"),
            must("judge", Token.of(EligibilityCriterion.Judge.values()), "by an age, or by a person's judgement"),
            may("below", PERIOD, "exclusive upper limit of an age at consent"),
            may("arms", many(ID), "those that it applies to; all unless said"),
            may(
                    "gestation",
                    Keys.of("gestation", must("from", GESTATION, "included"), must("to", GESTATION, "included")),
                    "gestational ages at consent"));

    private static final Keys FILTER = Keys.of(
            "event",
            must("kind", Token.of(EventFilter.Kind.values()), "what kind of occurrence"),
            may("confirmed", FLAG, "only confirmed fractures"),
            may("bones", Keys.of("bones", must("exclude", BONES, "bones left out")), "which bones count"),
            may("episodes", FLAG, "merge the fractures of one incident"),
            may("minimumGap", PERIOD, "same bone and side closer than this counts once"),
            may("from", Token.of(EventFilter.From.values()), "only on or after the anchor, or any"),
            may("partialDates", Token.of(EventFilter.PartialDates.values()), "where a partial date is placed"),
            may("kinds", many(WORDS), "kinds of clinical event; all unless said"),
            may(
                    "anyOf",
                    many(Keys.of(
                            "match",
                            may("termContains", many(WORDS), "words of the term, compared without case"),
                            may("systemOrganClass", many(WORDS), "compared without case"),
                            may("exceptTerms", many(WORDS), "terms that do not match all the same"))),
                    "adverse events: any entry that matches"),
            may("minimumGrade", new Whole(1, 5), "CTCAE grade"),
            may("serious", FLAG, "only serious ones, or only others"),
            may("related", FLAG, "only related ones, or only others"),
            may("of", many(new Again(ProtocolShape::filter)), "the parts of a composite"));

    private static final Keys RESPONDER = Keys.of(
            "responder",
            must("threshold", NUMBER, "points of the score, or points a month, towards the better side"),
            may("compares", Token.of(OutcomeDefinition.Compares.values()), "slopes unless said"),
            may("direction", Token.of(Instrument.Direction.values()), "which way a measurement is better"));

    static final Keys OUTCOME = Keys.of(
            "outcome",
            must("id", ID, "unique in the study"),
            must("version", new Whole(1, 100_000), "counts up with every change"),
            may("label", LABELS, "by language"),
            must("kind", Token.of(OutcomeDefinition.Kind.values()), "what question it answers"),
            may("event", FILTER, "which occurrences count"),
            may("anchor", ANCHOR, "where time starts; only a pooled outcome has none"),
            may("controlAnchor", ANCHOR, "where it starts in a control arm"),
            may("from", PERIOD, "start of the window, included"),
            may("to", PERIOD, "end of the window, excluded"),
            may(
                    "partialDates",
                    Token.of(EventFilter.PartialDates.values()),
                    "where the partial date of a value is placed; an event says it itself"),
            may("estimator", Token.of(OutcomeDefinition.Estimator.values()), "of an event-free interval"),
            may("by", WORDS, "the grouping; arm unless said"),
            may("bands", many(PERIOD), "ages between the bands of 'age-band', youngest first"),
            may(
                    "baseline",
                    Keys.of(
                            "baseline",
                            must("anchor", ANCHOR, "where its time starts"),
                            must("from", PERIOD, "included"),
                            must("to", PERIOD, "excluded"),
                            may("minimum", PERIOD, "least time of a subject in it")),
                    "the window that an event rate is compared with on the same subjects"),
            may("unit", Token.of(OutcomeDefinition.Unit.values()), "what an event rate counts"),
            may("model", Token.of(OutcomeDefinition.Model.values()), "of an event rate, or of recurrent events"),
            may("compare", many(Token.of(OutcomeDefinition.Comparison.values())), "tests of a time to event"),
            may("tau", PERIOD, "upper limit of the restricted mean"),
            may("terminal", new OneOrMany(WORDS), "what ends a subject's time: none, death, clinical events"),
            may(
                    "prediction",
                    Keys.of(
                            "prediction",
                            must("model", WORDS, "its name"),
                            may("version", WRITTEN, "of the model; any unless said"),
                            may("endpoint", WORDS, "what it predicts; any unless said")),
                    "whose prognosis an observed time is held against"),
            may(
                    "expected",
                    Keys.of(
                            "expected",
                            may(
                                    "law",
                                    Token.of(OutcomeDefinition.Law.values()),
                                    "a named law through the predicted median"),
                            may(
                                    "curve",
                                    many(Keys.of(
                                            "point",
                                            must("at", PERIOD, "time from the origin"),
                                            must("share", SHARE, "without the end by then"))),
                                    "an entered curve, earliest first")),
                    "the law of the time that was predicted"),
            may("instrument", ID, "whose total is looked at"),
            may("item", WRITTEN, "of the instrument, in place of its total"),
            may("subscale", ID, "of the instrument, in place of its total"),
            may("measurement", WORDS, "looked at in place of an instrument"),
            may("location", WORDS, "of the body, at which the measurement is looked at; any unless said"),
            may("visits", many(WORDS), "codes of the planned visits at which a score is read"),
            may("method", Token.of(OutcomeDefinition.Method.values()), "how a score's change is told"),
            may("responder", RESPONDER, "who counts as one"),
            may(
                    "of",
                    Keys.of(
                            "share",
                            may("event", FILTER, "who had such an event within the window"),
                            may("responder", RESPONDER, "who responded"),
                            may("covariate", WORDS, "who has it"),
                            may("value", WORDS, "with this value; any unless said")),
                    "what share a proportion gives"),
            may("outcome", ID, "of each study, which is pooled"),
            may("studies", many(STUDY_ID), "held here that are pooled"),
            may("aggregates", new OneOrMany(WORDS), "the files whose registered results are pooled beside them"),
            may("aggregateMeasure", new OneOrMany(WORDS), "what they measured, as it is registered"),
            may("at", PERIOD, "time from the start of treatment at which they were measured"),
            may(
                    "benefit",
                    Token.of(Instrument.Direction.values()),
                    "which way is better; the instrument's unless said"),
            may("measure", Token.of(OutcomeDefinition.Measure.values()), "what a study contributes"),
            may("tau2", Token.of(OutcomeDefinition.Tau2.values()), "estimator of the variance between studies"),
            may("test", Token.of(OutcomeDefinition.Test.values()), "how the interval of a pooled effect is formed"),
            may("subgroup", Token.of(OutcomeDefinition.Subgroup.values()), "of studies, each with its own variance"),
            may(
                    "quoted",
                    many(Keys.of(
                            "quotation",
                            must("text", WORDS, "as published, such as a p-value"),
                            must("source", WORDS, "where it stands"))),
                    "what others published of it, shown beside and never computed"),
            may("headline", FLAG, "whether it stands in the summary"));

    static final Keys PROTOCOL = Keys.of(
            "protocol",
            must("study", STUDY_ID, "the study's id"),
            must("version", new Whole(1, 100_000), "amendments count up; a version in use never changes"),
            must("title", WORDS, "of the study"),
            may("registry", WORDS, "number in a public registry"),
            may("condition", WORDS, "what is treated"),
            may("synthetic", FLAG, "true when the data are made up"),
            may("zone", ZONE, "the study's time zone; UTC unless said"),
            must("arms", new Many(ARM, 1, 1000), "the first one is the reference of ratios"),
            may("visits", many(VISIT), "planned visits"),
            may("instruments", many(INSTRUMENT), "scored questionnaires and scales"),
            may("measurements", many(MEASUREMENT), "measured values with their plausible ranges"),
            may("clinicalEvents", many(WORDS), "kinds of clinical event"),
            may("eligibility", many(CRITERION), "criteria for entering the study"),
            may(
                    "fractures",
                    Keys.of(
                            "fractures",
                            may("count", Token.of(FractureRules.Count.values()), "all, or confirmed ones only"),
                            may("exclude", BONES, "bones that never count"),
                            may("healing", PERIOD, "a second one of a bone within this time is doubtful")),
                    "which fractures count"),
            may(
                    "safety",
                    Keys.of(
                            "safety",
                            may("aesi", many(WORDS), "adverse events of special interest"),
                            may("exempt", many(WORDS), "exempt from expedited reporting"),
                            may("maternal", many(WORDS), "of the mother: recorded with her")),
                    "safety rules"),
            may("outcomes", many(OUTCOME), "what is computed"),
            may(
                    "consentAges",
                    Keys.of(
                            "consent ages",
                            may("assent", PERIOD, "from which a child's assent is needed, too"),
                            may(
                                    "majority",
                                    PERIOD,
                                    "from which the subject consents for itself; 18 years unless said")),
                    "from when on the subject itself is asked"),
            may("consentStands", FLAG, "whether consent to an earlier version stays good"));

    private ProtocolShape() {}

    private static Keys filter() {
        return FILTER;
    }

    private static Many many(Shape item) {
        return new Many(item, 0, 10_000);
    }

    /** Two centuries bound every window, so that no calendar arithmetic can overflow. */
    private static void period(String text) {
        if (Math.abs(Findings.days(Period.parse(text))) > 73_050) {
            throw new IllegalArgumentException("longer than two centuries");
        }
    }
}
