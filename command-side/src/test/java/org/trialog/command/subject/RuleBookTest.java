package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialog.command.subject.Records.birth;
import static org.trialog.command.subject.Records.dose;
import static org.trialog.command.subject.Records.screening;
import static org.trialog.command.subject.Records.unscheduled;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trialog.command.judgement.Finding;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Visit;

class RuleBookTest {
    @Test
    void aCodeBelongsToOneNumber() {
        Map<String, List<Integer>> numbers = RuleBook.STANDARD.rules().stream()
                .flatMap(rule -> rule.codes().stream().map(code -> Map.entry(code, rule.number())))
                .distinct()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

        assertThat(numbers).allSatisfy((code, of) -> assertThat(of).hasSize(1));
    }

    @Test
    void everyKindOfRecordIsJudgedBySomeRule() {
        for (RecordKind kind : RecordKind.values()) {
            assertThat(RuleBook.STANDARD.rules(kind)).as(kind.token()).isNotEmpty();
        }
    }

    @Test
    void aRuleAnnouncesTheCodesThatItRaises() {
        Rule silent = Rule.number(1, "one").on(Visit.class, (visit, matter) -> List.of(Finding.doubt(1, "other", "x")));
        Clinic clinic = Clinic.opens().knows(screening("2023-02-01"));

        assertThatThrownBy(() -> new Clinic(clinic.state(), clinic.surroundings(), new RuleBook(List.of(silent)))
                        .knows(unscheduled("2023-03-01")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other");
    }

    @Test
    void aSentenceSpeaksToACoordinatorAndABreachSaysThatItCanBeADeviation() {
        Clinic child = Clinic.opens().knows(screening("2023-02-01"), birth("2023-01-10", null));

        assertThat(child.refuses(1, "consent-missing", unscheduled("2023-03-01"))
                        .sentence())
                .endsWith("record it as a deviation with a reason.");
        assertThat(child.refuses(17, "date-in-future", dose(1, "2025-03-01")).sentence())
                .doesNotContain("deviation");
    }
}
