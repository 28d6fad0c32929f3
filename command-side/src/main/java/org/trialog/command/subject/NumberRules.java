package org.trialog.command.subject;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialog.command.judgement.Finding;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.Deviation;
import org.trialog.events.clinical.DoseAuthorisation;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Treatment;

/** Numbers that cannot be, whatever the protocol says: minus two fetuses, a weight of nothing. */
final class NumberRules {

    private static final Set<RecordKind> KINDS = EnumSet.of(
            RecordKind.PREGNANCY,
            RecordKind.LOSS_TO_FOLLOW_UP,
            RecordKind.CONSENT,
            RecordKind.DEVIATION,
            RecordKind.TREATMENT,
            RecordKind.DOSE_AUTHORISATION);

    private static final int MOST_FETUSES = 9;
    private static final int MOST_ATTEMPTS = 1000;
    private static final int MOST_DOSES = 1000;
    private static final int LAST_RULE = 43;

    private NumberRules() {}

    static Rule rule() {
        return Rule.number(0, "impossible-number").on(KINDS, NumberRules::judge);
    }

    private static List<Finding> judge(Matter matter) {
        List<Finding> findings = new ArrayList<>();
        switch (matter.details()) {
            case Pregnancy pregnancy -> whole(findings, "fetuses", pregnancy.fetuses(), 1, MOST_FETUSES);
            case LossToFollowUp loss -> whole(findings, "contactAttempts", loss.contactAttempts(), 0, MOST_ATTEMPTS);
            case Consent consent -> whole(findings, "protocolVersion", consent.protocolVersion(), 1, Integer.MAX_VALUE);
            case Deviation deviation -> whole(findings, "rule", deviation.rule(), 1, LAST_RULE);
            case DoseAuthorisation dose -> whole(findings, "number", dose.number(), 1, MOST_DOSES);
            case Treatment dose -> {
                whole(findings, "number", dose.number(), 1, MOST_DOSES);
                positive(findings, "weight", dose.weight());
                positive(findings, "perKilogram", dose.perKilogram());
                positive(findings, "observedHours", dose.observedHours());
            }
            default -> {}
        }
        return findings;
    }

    private static void whole(List<Finding> findings, String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            findings.add(impossible(field));
        }
    }

    private static void positive(List<Finding> findings, String field, @Nullable BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            findings.add(impossible(field));
        }
    }

    private static Finding impossible(String field) {
        return Finding.wrong(0, "impossible-number", "'" + field + "' cannot have that value: look at the source.")
                .at(field);
    }
}
