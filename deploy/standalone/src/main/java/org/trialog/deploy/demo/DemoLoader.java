package org.trialog.deploy.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.deploy.datadir.Secrets;
import org.trialog.deploy.demo.als.AlsDemo;
import org.trialog.deploy.demo.boostb4.BoostB4Demo;
import org.trialog.deploy.demo.knee.KneeDemo;
import org.trialog.deploy.demo.osteoporosis.OsteoporosisDemo;
import org.trialog.deploy.demo.story.DemoStudy;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.value.StudyId;

/**
 * Loads the demo studies through the real decision path, under a simulated clock. Each order carries its number as
 * correlation, so that a start after a broken one goes on where that one ended, and a later start loads nothing.
 */
public final class DemoLoader {

    public static final List<DemoStudy> STUDIES =
            List.of(new BoostB4Demo(), new KneeDemo(), new AlsDemo(), new OsteoporosisDemo());

    private static final int SAID_EVERY = 500;

    private final Orders orders;
    private final SubjectKeys keys;
    private final JdbcClient store;
    private final DemoLogins logins;

    public DemoLoader(Orders orders, SubjectKeys keys, JdbcClient store, DemoLogins logins) {
        this.orders = orders;
        this.keys = keys;
        this.store = store;
        this.logins = logins;
    }

    /**
     * Loads what is missing of every demo study.
     *
     * @return the last command, if any was sent: a query that names it waits until it is visible
     */
    public Optional<String> load(Consumer<String> progress) {
        Optional<String> last = Optional.empty();
        for (DemoStudy demo : STUDIES) {
            StudyId study = demo.id();
            List<TimedOrder> history = demo.orders(subject -> keys.sealing(study, subject));
            int from = loaded(study);
            if (from < history.size()) {
                progress.accept(
                        "loading the demo study " + study + " (synthetic): " + (history.size() - from) + " orders");
            }
            for (int i = from; i < history.size(); i++) {
                TimedOrder next = history.get(i);
                last = Optional.of(orders.carryOut(next.order(), numbered(next.sender(), study, i))
                        .command());
                if ((i + 1) % SAID_EVERY == 0) {
                    progress.accept((i + 1) + " of " + history.size());
                }
            }
        }
        return last;
    }

    /** Makes the accounts of the demo where they are missing; returns the file that holds their passwords. */
    public Path logins(Secrets secrets) {
        return logins.ensure(secrets);
    }

    private int loaded(StudyId study) {
        return store.sql("""
            select metadata::json ->> 'correlationId' from store.event
            where study = ? and metadata::json ->> 'source' = 'simulation'
            order by store_sequence desc limit 1\
            """)
                .param(study.value())
                .query(String.class)
                .optional()
                .map(correlation -> Integer.parseInt(correlation.substring(correlation.lastIndexOf('/') + 1)) + 1)
                .orElse(0);
    }

    private static Sender numbered(Sender sender, StudyId study, int number) {
        return new Sender(
                sender.actor(),
                sender.role(),
                sender.site(),
                sender.source(),
                sender.client(),
                "demo/" + study + "/" + number,
                sender.simulatedTime());
    }
}
