package org.trialog.command.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.StudyOrder.OpenSite;
import org.trialog.command.order.StudyOrder.PublishProtocol;
import org.trialog.events.study.StudyEvent;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.wire.FactJson;

/** A study of two published versions and two open sites, as it is run on 1 March 2026. */
final class Conduct {
    static final StudyId STUDY = new StudyId("bones");
    static final SiteId LUND = new SiteId("lund");
    static final SiteId LEIDEN = new SiteId("leiden");
    static final SiteId NOWHERE = new SiteId("nowhere");
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private StudyState state = StudyState.empty();

    Conduct() {
        given(protocol(1), protocol(2), open(LUND), open(LEIDEN));
    }

    Conduct given(StudyOrder... orders) {
        for (StudyOrder order : orders) {
            for (StudyEvent fact : when(order)) {
                state = state.evolve(fact);
            }
        }
        return this;
    }

    List<StudyEvent> when(StudyOrder order) {
        return StudyDecider.decide(state, order, NOW);
    }

    void refuses(String code, StudyOrder order) {
        assertThatThrownBy(() -> when(order)).isInstanceOfSatisfying(OrderRefused.class, refusal -> assertThat(
                        refusal.rejection().code())
                .isEqualTo(code));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static OpenSite open(SiteId site) {
        return new OpenSite(STUDY, site, null, ZoneId.of("Europe/Stockholm"), null);
    }

    static PublishProtocol protocol(int version) {
        try {
            return new PublishProtocol(
                    STUDY,
                    FactJson.mapper()
                            .readTree(
                                    """
                {"study": "bones", "version": %d, "title": "Bones", "arms": [{"id": "cells"}]}
                """
                                            .formatted(version)));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
