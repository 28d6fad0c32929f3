package org.trialog.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.command.access.Access;
import org.trialog.command.access.Access.Change;
import org.trialog.command.access.AccessKind;
import org.trialog.command.access.AccessLog;
import org.trialog.command.door.Account.SiteGrant;
import org.trialog.command.order.Acceptance;
import org.trialog.command.order.Idempotency;
import org.trialog.command.order.Order;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.Orders;
import org.trialog.command.order.Sender;
import org.trialog.command.order.StudyOrder.GiveGrant;
import org.trialog.command.order.StudyOrder.RevokeGrant;
import org.trialog.command.problem.Problem;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;

class AccountChangesTest {

    private static final Sender MANAGER = new Sender("manager", Role.DATA_MANAGER, null, Source.API, null, null, null);
    private static final StudyId STUDY = new StudyId("boostb4");

    private final TestDatabase database = withDoor();
    private final DataSource command = database.command();
    private final JdbcClient jdbc = JdbcClient.create(command);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(command));
    private final Accounts accounts = new Accounts(jdbc, transactions, new BCryptPasswordEncoder(4));
    private final List<Order> carriedOut = new ArrayList<>();

    @Test
    void rule42_anAccountIsMadeWithItsEntryInTheLogOrNotAtAll() {
        AccountChanges changes = changes(0);
        String password = changes.create(anna("SE"), MANAGER, AccountChangesTest::entry);
        assertThat(entries()).containsExactly("account-created anna coordinator at boostb4/SE");
        assertThat(accounts.logIn("anna", password)).isPresent();
        database.superuser()
                .sql("revoke insert on door.access from trialog_command")
                .update();
        assertThatThrownBy(() -> changes.create(auditor("bo"), MANAGER, AccountChangesTest::entry))
                .isInstanceOf(Problem.class);
        assertThat(accounts.names()).containsExactly("anna");
    }

    @Test
    void rule42_aPasswordIsReplacedWithItsEntryOrNotAtAll() {
        AccountChanges changes = changes(0);
        String first = changes.create(auditor("bo"), MANAGER, AccountChangesTest::entry);
        String second = changes.resetPassword("bo", AccountChangesTest::entry).orElseThrow();
        assertThat(entries()).containsExactly("account-created bo auditor", "password-reset bo null");
        assertThat(changes.resetPassword("nobody", AccountChangesTest::entry)).isEmpty();
        database.superuser()
                .sql("revoke insert on door.access from trialog_command")
                .update();
        assertThatThrownBy(() -> changes.resetPassword("bo", AccountChangesTest::entry))
                .isInstanceOf(Problem.class);
        assertThat(accounts.logIn("bo", first)).isEmpty();
        assertThat(accounts.logIn("bo", second)).isPresent();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void whenASiteIsRefusedThereIsNoAccountAndTheOtherGrantsAreTakenBack() {
        AccountChanges changes = changes(2);
        assertThatThrownBy(() -> changes.create(anna("SE", "NL"), MANAGER, AccountChangesTest::entry))
                .isInstanceOf(OrderRefused.class);
        assertThat(accounts.names()).isEmpty();
        assertThat(entries()).isEmpty();
        assertThat(carriedOut)
                .satisfiesExactly(given -> assertThat(given).isInstanceOf(GiveGrant.class), taken -> assertThat(taken)
                        .isInstanceOfSatisfying(RevokeGrant.class, back -> assertThat(back.site())
                                .isEqualTo(((GiveGrant) carriedOut.getFirst()).site())));
    }

    /** @param refused which grant is, counted from 1; 0 for none */
    private AccountChanges changes(int refused) {
        Orders orders = new Orders() {
            @Override
            public Acceptance carryOut(Order order, Sender sender, @Nullable Idempotency idempotency) {
                if (order instanceof GiveGrant && carriedOut.size() + 1 == refused) {
                    throw OrderRefused.of(42, "refused", "This site refuses.", "site");
                }
                carriedOut.add(order);
                return new Acceptance("c", 1, Clock.systemUTC().instant(), List.of(), List.of());
            }
        };
        return new AccountChanges(
                accounts, new SiteGrants(jdbc, orders), new AccessLog(command, Clock.systemUTC()), transactions);
    }

    private List<String> entries() {
        return jdbc.sql("select concat_ws(' ', kind, account, coalesce(granted, 'null')) from door.access order by id")
                .query(String.class)
                .list();
    }

    private static Access entry(AccessKind kind, Change change) {
        return Access.byProgram(kind, "test", change);
    }

    private static Account auditor(String name) {
        return new Account(name, name, Role.AUDITOR, Set.of());
    }

    private static Account anna(String... sites) {
        Set<SiteGrant> granted = new LinkedHashSet<>();
        for (String site : sites) {
            granted.add(new SiteGrant(STUDY, new SiteId(site)));
        }
        return new Account("anna", "Anna", Role.COORDINATOR, granted);
    }

    private static TestDatabase withDoor() {
        TestDatabase database = TestDatabase.fresh();
        DoorSchema.migrate(database.owner());
        for (String site : List.of("SE", "NL")) {
            database.superuser()
                    .sql("insert into store.site (study, site, zone) values ('boostb4', ?, 'UTC')")
                    .param(site)
                    .update();
        }
        return database;
    }
}
