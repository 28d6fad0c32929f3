package org.trialog.query.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.trialog.events.value.StudyId;

/**
 * The history as the query side may see it: facts in position order, nothing else. In one process it is a view of the
 * store; in a distribution the query side's own copy.
 */
public interface History {

    /** The last position, 0 when nothing has happened. */
    long head();

    /**
     * Hands out a slice in position order. Memory stays bounded however long it is, and no transaction stays open while
     * the receiver is busy: the history only grows, so a fixed end makes it one consistent reading.
     */
    void read(Slice slice, Consumer<HistoryEntry> receiver);

    /** The first facts of a slice, in position order: fewer than asked for only at its end. */
    List<HistoryEntry> page(Slice slice, int most);

    /**
     * The next facts of all studies after a position, never ending inside a command.
     *
     * @param about how many; more when one command holds more, fewer at the head
     */
    List<HistoryEntry> next(long after, int about);

    /** The facts of a study at these positions, in position order; positions of other studies are passed over. */
    List<HistoryEntry> at(StudyId study, Collection<Long> positions);

    /** The position itself, or, when it lies inside a command, the end of the command before. */
    long roundedDown(long position);

    /** The last place of a study whose position is at most that. Empty when nothing of it was recorded by then. */
    Optional<Place> last(StudyId study, long through);

    /** The last place of a study that was known at that instant. Empty when nothing of it was. */
    Optional<Place> lastKnown(StudyId study, Instant at);

    /** The position of the last fact of a command; empty while the command is not in the history. */
    OptionalLong endOf(String command);

    /** Hears of new facts. The caller closes it. */
    News follow();
}
