package org.trialog.command.desk;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What was folded of streams, kept for their next order up to a total of events. The streams that are worked on survive a
 * garbage collection, so that a subject with a long life is answered as fast as a new one; memory stays bounded whatever the
 * number of streams. Those least used go first, and a stream longer than the whole bound is never kept.
 */
final class KeptStreams implements Cache {

    /** What an event takes in a folded state, generously: its record, its metadata and its place in the tree. */
    private static final long BYTES_AN_EVENT = 2_048;

    /** Study, batches and subjects have a cache each: together they take three sixteenths of the heap at most. */
    private static final long SHARE_OF_HEAP = 16;

    /** A stream costs something beside its events. */
    private static final int BASE = 4;

    private final ConcurrentMap<Object, Object> kept;

    /** @param events how many all streams together may have */
    KeptStreams(long events) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(events)
                .weigher((Object id, Object entry) -> weight(entry))
                // In the thread that puts: the bound holds once it returns.
                .executor(Runnable::run)
                .build()
                .asMap();
    }

    static KeptStreams ofThisHeap() {
        return new KeptStreams(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_AN_EVENT);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so Axon asks
    public <K, V> @Nullable V get(K id) {
        return (V) kept.get(id);
    }

    @Override
    public void put(Object id, Object entry) {
        kept.put(id, entry);
    }

    @Override
    public boolean putIfAbsent(Object id, Object entry) {
        return kept.putIfAbsent(id, entry) == null;
    }

    @Override
    public boolean remove(Object id) {
        return kept.remove(id) != null;
    }

    @Override
    public boolean containsKey(Object id) {
        return kept.containsKey(id);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to what is kept");
    }

    private static int weight(Object kept) {
        return kept instanceof AggregateCacheEntry<?> entry ? BASE + Math.toIntExact(events(entry)) : BASE;
    }

    /** An entry of this process holds the stream itself and gives it back: what would rebuild it is not asked for. */
    private static long events(AggregateCacheEntry<?> entry) {
        Aggregate<?> stream = entry.recreateAggregate(null, null, NoSnapshotTriggerDefinition.INSTANCE);
        Long last = stream.version();
        return last == null ? 0 : last + 1;
    }
}
