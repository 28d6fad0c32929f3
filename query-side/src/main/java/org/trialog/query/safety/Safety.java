package org.trialog.query.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.AdverseEvent;
import org.trialog.events.protocol.SafetyRules;
import org.trialog.events.value.SiteId;
import org.trialog.query.record.Entry;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;
import org.trialog.query.study.StudyView;

/**
 * Serious adverse events and those of special interest, with their reporting clocks on a day (rules 33 to 35).
 *
 * @param cases by subject, and of one subject in the order in which they were recorded
 */
public record Safety(LocalDate asOf, List<SafetyCase> cases) {

    public Safety {
        cases = List.copyOf(cases);
    }

    public static Safety of(StudyView study, List<SubjectRecord> records, LocalDate asOf) {
        return new Safety(
                asOf,
                records.stream().flatMap(record -> cases(study, record, asOf)).toList());
    }

    private static Stream<SafetyCase> cases(StudyView study, SubjectRecord record, LocalDate asOf) {
        SiteId site = SubjectLine.siteOf(record).orElse(null);
        SafetyRules rules = study.protocolAt(site, asOf)
                .map(published -> published.protocol().safety())
                .orElse(SafetyRules.DEFAULT);
        List<SafetyCase> cases = new ArrayList<>();
        for (Entry<?> made : record.entries()) {
            if (made.details() instanceof AdverseEvent first) {
                Course course = Course.of(record, made, first, study.zone(site), asOf);
                boolean special = contains(rules.aesi(), first.term());
                if (course.serious() || special) {
                    cases.add(known(record, site, made, course, rules));
                }
            }
        }
        return cases.stream();
    }

    private static SafetyCase known(
            SubjectRecord record, @Nullable SiteId site, Entry<?> made, Course course, SafetyRules rules) {
        AdverseEvent known = course.known();
        boolean exempt = contains(rules.exempt(), known.term());
        List<ReportingClock> clocks = exempt
                ? List.of()
                : Stream.concat(course.siteClock().stream(), course.sponsorClocks().stream())
                        .toList();
        return new SafetyCase(
                record.subject(),
                site,
                made.id(),
                known.date(),
                known.term(),
                known.serious(),
                known.criteria(),
                known.grade(),
                known.outcome(),
                known.relatedness(),
                known.sponsorRelatedness(),
                known.expectedness(),
                known.awareOn(),
                contains(rules.aesi(), known.term()),
                exempt,
                course.susar(),
                exempt ? List.of() : SafetyCase.undecided(course),
                clocks,
                course.reports());
    }

    /** A term matches when it contains the words, whatever their case. */
    private static boolean contains(List<String> words, String term) {
        String folded = term.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> folded.contains(word.strip().toLowerCase(Locale.ROOT)));
    }
}
