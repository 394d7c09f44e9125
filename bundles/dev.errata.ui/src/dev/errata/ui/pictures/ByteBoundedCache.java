package dev.errata.ui.pictures;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Keeps values up to a number of bytes, the least recently used leave first; when memory is short they leave earlier. A
 * value that two threads ask for is made once. Thread safe.
 */
final class ByteBoundedCache<K, V> {

    private final long limit;
    private final ToLongFunction<V> size;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<K, CompletableFuture<V>> making = new HashMap<>();
    private long bytes;

    ByteBoundedCache(long limit, ToLongFunction<V> size) {
        this.limit = limit;
        this.size = size;
    }

    /** The value of a key, made by the calling thread, or by another one that makes it already. */
    V get(K key, Function<K, V> maker) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others;
        synchronized (this) {
            Entry<V> entry = entries.get(key);
            V value = entry == null ? null : entry.value.get();
            if (value != null) {
                return value;
            }
            others = making.putIfAbsent(key, mine);
        }
        return others == null ? make(key, maker, mine) : await(others);
    }

    private V make(K key, Function<K, V> maker, CompletableFuture<V> future) {
        try {
            V value = maker.apply(key);
            put(key, value);
            future.complete(value);
            return value;
        } catch (RuntimeException | OutOfMemoryError failure) {
            future.completeExceptionally(failure);
            throw failure;
        } finally {
            synchronized (this) {
                making.remove(key);
            }
        }
    }

    private static <V> V await(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private synchronized void put(K key, V value) {
        Entry<V> old = entries.put(key, new Entry<>(new SoftReference<>(value), size.applyAsLong(value)));
        bytes += size.applyAsLong(value) - (old == null ? 0 : old.bytes);
        Iterator<Entry<V>> eldest = entries.values().iterator();
        while (bytes > limit && entries.size() > 1) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
    }

    /** How much is kept, bytes. */
    synchronized long bytes() {
        return bytes;
    }

    private record Entry<V>(SoftReference<V> value, long bytes) {
    }
}
