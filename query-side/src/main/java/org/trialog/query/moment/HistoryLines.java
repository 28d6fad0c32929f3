package org.trialog.query.moment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.history.HistoryLine;
import org.trialog.query.history.Slice;

/** The facts of a study or a subject as lines of JSON, oldest first, as known at a moment. Memory stays bounded. */
public final class HistoryLines {

    private final History history;
    private final Moments moments;

    public HistoryLines(History history, Moments moments) {
        this.history = history;
        this.moments = moments;
    }

    /**
     * What is asked for.
     *
     * @param subject null for the whole study
     * @param types names of events; empty for all
     * @param after only what stands after this position; 0 for all
     * @param through only what stands up to this position, itself included
     */
    public record Wanted(
            StudyId study,
            @Nullable SubjectId subject,
            AsKnownAt asKnownAt,
            Set<String> types,
            long after,
            long through) {

        public Wanted {
            types = Set.copyOf(types);
        }

        /** A study, or one of its subjects, from the beginning. */
        public static Wanted of(StudyId study, @Nullable SubjectId subject, AsKnownAt asKnownAt) {
            return new Wanted(study, subject, asKnownAt, Set.of(), 0, Long.MAX_VALUE);
        }
    }

    /**
     * The part of the history that is meant; empty when nothing of the study was known at that moment.
     *
     * @throws org.trialog.query.problem.Problem 400 or 503 when that moment has no answer, or none yet
     */
    public Optional<Slice> slice(Wanted wanted) {
        return moments.find(wanted.study(), wanted.asKnownAt())
                .map(moment -> new Slice(
                        wanted.study(),
                        wanted.subject(),
                        wanted.types(),
                        wanted.after(),
                        Math.min(wanted.through(), moment.position())));
    }

    /** Hands out the lines, without line ends. */
    public void write(Slice slice, Predicate<HistoryEntry> shown, Consumer<String> receiver) {
        history.read(slice, entry -> {
            if (shown.test(entry)) {
                receiver.accept(HistoryLine.write(entry));
            }
        });
    }

    /** The first lines of a slice. */
    public Page page(Slice slice, Predicate<HistoryEntry> shown, int most) {
        List<HistoryEntry> entries = history.page(slice, most);
        boolean more = entries.size() == most && entries.getLast().position() < slice.through();
        return new Page(
                entries.stream().filter(shown).map(HistoryLine::write).toList(),
                more ? OptionalLong.of(entries.getLast().position()) : OptionalLong.empty());
    }

    /**
     * A piece of a slice.
     *
     * @param last position that was looked at, when more may follow
     */
    public record Page(List<String> lines, OptionalLong last) {

        public Page {
            lines = List.copyOf(lines);
        }
    }
}
