package org.trialog.query.outcome.pooled;

import java.util.ArrayList;
import java.util.List;
import org.trialog.events.protocol.Protocol;
import org.trialog.query.outcome.figure.Numbers.PooledStudy;
import org.trialog.query.outcome.figure.Publication;

/** What a reader must know before believing a pooled figure. */
record PoolWarnings(Protocol protocol, Publication publication) {

    List<String> of(List<PooledStudy> studies) {
        List<String> warnings = new ArrayList<>();
        if (protocol.synthetic()) {
            warnings.add("synthetic data");
        }
        List<String> units =
                studies.stream().map(PooledStudy::unit).distinct().sorted().toList();
        if (!units.isEmpty()) {
            warnings.add(
                    units.size() == 1
                            ? "counted by " + units.getFirst()
                            : "studies are counted differently, by " + String.join(" and ", units));
        }
        long converted = studies.stream()
                .filter(study -> study.notes().stream().anyMatch(note -> note.endsWith(Registered.BY_WAN)))
                .count();
        if (converted > 0) {
            warnings.add("studies whose medians were converted by Wan 2014: " + converted);
        }
        if (studies.size() < 5 && !studies.isEmpty()) {
            warnings.add("fewer than five comparisons: the variance between studies is hardly known");
        }
        for (PooledStudy study : studies) {
            study.notes().stream()
                    .filter(note -> !note.endsWith(Registered.BY_WAN))
                    .forEach(note -> warnings.add(study.trial() + ": " + note));
        }
        switch (publication) {
            case AFTER_DATA -> warnings.add("the definition was published after the first data");
            case AFTER_LOCK -> warnings.add("the definition was published after a data lock");
            case UNPUBLISHED -> warnings.add("the definition is not published: hypothetical");
            case BEFORE_DATA, UNSTATED -> {}
        }
        return warnings.stream().distinct().toList();
    }
}
