package org.trialog.command.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.KeyReused;
import org.trialog.events.wire.FactJson;

/**
 * The first answers to requests that named a key. The row is claimed before anything is decided: a second request with
 * the same key waits until the first has ended, and then finds its answer, or nothing if it was refused.
 */
record Answers(JdbcClient database) {

    private record Kept(String digest, @Nullable String answer) {}

    /** The answer given before, if any; otherwise the key is this order's. */
    Optional<Acceptance> claim(Idempotency key) {
        forgetOld();
        int claimed = database.sql("""
            insert into store.idempotency (account, path, key, digest) values (:account, :path, :key, :digest)
            on conflict do nothing
            """).paramSource(key).update();
        if (claimed == 1) {
            return Optional.empty();
        }
        Kept kept = database.sql("""
            select digest, answer::text as answer from store.idempotency
            where account = :account and path = :path and key = :key
            """).paramSource(key).query(Kept.class).single();
        if (!kept.digest().equals(key.digest())) {
            throw new KeyReused();
        }
        return Optional.of(read(kept.answer()));
    }

    void keep(Idempotency key, Acceptance answer) {
        database.sql("""
            update store.idempotency set answer = cast(:answer as json)
            where account = :account and path = :path and key = :key
            """)
                .param("answer", write(answer))
                .param("account", key.account())
                .param("path", key.path())
                .param("key", key.key())
                .update();
    }

    private void forgetOld() {
        database.sql("""
            delete from store.idempotency where (account, path, key) in (
                select account, path, key from store.idempotency
                where created_at < now() - interval '30 days'
                limit 100 for update skip locked)
            """).update();
    }

    private static String write(Acceptance answer) {
        try {
            return FactJson.mapper().writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write an acceptance", impossible);
        }
    }

    private static Acceptance read(@Nullable String answer) {
        if (answer == null) {
            throw new IllegalStateException("a committed key has no answer");
        }
        try {
            return FactJson.mapper().readValue(answer, Acceptance.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("a kept answer is not of its form", malformed);
        }
    }
}
