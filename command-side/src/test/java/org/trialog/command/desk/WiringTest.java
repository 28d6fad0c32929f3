package org.trialog.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.trialog.command.order.Orders;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.sequencer.Sequencer;
import org.trialog.command.store.StoreConfiguration;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.value.StudyId;

class WiringTest {

    @Test
    void theConfigurationsMakeACommandSideOfOneDataSource() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(StoreConfiguration.DATABASE, DataSource.class, database::command);
            context.register(StoreConfiguration.class, DeskConfiguration.class);
            context.refresh();
            CompletableFuture<Long> placed = new CompletableFuture<>();
            context.getBean(Sequencer.class).listen(position -> {
                if (position == 3) {
                    placed.complete(position);
                }
            });
            Orders orders = context.getBean(Orders.class);
            orders.carryOut(TestDesk.protocol("s1", 1), TestDesk.COORDINATOR);
            orders.carryOut(
                    new StudyOrder.OpenSite(new StudyId("s1"), TestDesk.SITE, null, ZoneId.of("UTC"), null),
                    TestDesk.COORDINATOR);
            assertThat(placed.get(10, TimeUnit.SECONDS)).isEqualTo(3);
        }
    }
}
