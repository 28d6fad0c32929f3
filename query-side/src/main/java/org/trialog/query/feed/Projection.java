package org.trialog.query.feed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.history.History;
import org.trialog.query.history.HistoryEntry;
import org.trialog.query.record.Known;
import org.trialog.query.record.StudyFold;

/**
 * Brings the rows forward by a piece of the history. Rows and position change in one transaction, and only from the
 * position that this writer knows: delivery may repeat, effect may not.
 */
final class Projection {

    private static final int PIECE = 500;

    private final History history;
    private final FeedTables tables;
    private final LastWritten rows;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    Projection(History history, DataSource source) {
        this.history = history;
        this.jdbc = new JdbcTemplate(source);
        this.tables = new FeedTables(jdbc);
        this.rows = new LastWritten(tables);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * Takes the next piece into the rows.
     *
     * @return where the rows are now; the same position when there was nothing new
     * @throws CannotReadFact when the next fact cannot be read; what came before it is in the rows
     * @throws ForeignWriter when another process writes the rows; nothing has changed
     */
    FeedTables.Generation advance(FeedTables.Generation from) {
        List<HistoryEntry> piece = history.next(from.position(), PIECE);
        if (piece.isEmpty()) {
            return from;
        }
        rows.goOnFrom(from);
        List<HistoryEntry> taken = piece;
        List<Known> changed;
        try {
            changed = fold(from, piece);
        } catch (CannotReadFact stop) {
            taken = before(piece, stop.entry());
            if (taken.isEmpty()) {
                throw stop;
            }
            changed = fold(from, taken);
        }
        FeedTables.Generation now = new FeedTables.Generation(
                from.number(), from.fold(), taken.getLast().position());
        write(from, now.position(), changed);
        rows.wrote(now, changed);
        return now;
    }

    private void write(FeedTables.Generation from, long to, List<Known> changed) {
        transaction.executeWithoutResult(begun -> {
            // Rows and position are lost together and made again from the history: no need to wait for the disk.
            jdbc.execute("set local synchronous_commit = off");
            tables.advance(from, to);
            for (Known known : changed) {
                tables.put(from, known.study(), known.moment());
                tables.put(from, known.subjects());
            }
        });
    }

    /** The commands that are whole before that entry. */
    private static List<HistoryEntry> before(List<HistoryEntry> piece, HistoryEntry stop) {
        return piece.stream()
                .takeWhile(entry -> !entry.command().equals(stop.command()))
                .toList();
    }

    private List<Known> fold(FeedTables.Generation generation, List<HistoryEntry> piece) {
        Map<StudyId, Set<SubjectId>> touched = new TreeMap<>();
        for (HistoryEntry entry : piece) {
            Set<SubjectId> subjects = touched.computeIfAbsent(entry.study(), id -> new LinkedHashSet<>());
            SubjectId subject = entry.subject();
            if (subject != null) {
                subjects.add(subject);
            }
        }
        Map<StudyId, StudyFold> folds = new TreeMap<>();
        touched.forEach((study, subjects) -> folds.put(study, start(generation, study, subjects)));
        piece.forEach(entry -> take(folds.computeIfAbsent(entry.study(), StudyFold::empty), entry));
        return folds.values().stream().map(StudyFold::known).toList();
    }

    /** Any failure of the fold, which does no I/O, means that this build does not understand the fact. */
    static void take(StudyFold fold, HistoryEntry entry) {
        try {
            fold.apply(entry);
        } catch (RuntimeException failure) {
            throw new CannotReadFact(entry, failure);
        }
    }

    private StudyFold start(FeedTables.Generation generation, StudyId study, Collection<SubjectId> subjects) {
        FeedTables.StudyRow row = rows.study(generation, study);
        StudyFold fold = row == null ? StudyFold.empty(study) : new StudyFold(row.view(), row.place());
        rows.subjects(generation, study, subjects).forEach(fold::put);
        return fold;
    }
}
