package org.trialog.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.trialog.command.problem.Problem;
import org.trialog.command.store.TestDatabase;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;

class AccountsTest {

    private static final Account ANNA = new Account(
            "anna", "Anna", Role.COORDINATOR, Set.of(new Account.SiteGrant(new StudyId("boostb4"), new SiteId("SE"))));

    private final TestDatabase database = freshWithDoor();
    private final Accounts accounts = new Accounts(
            JdbcClient.create(database.command()),
            new TransactionTemplate(new JdbcTransactionManager(database.command())),
            new BCryptPasswordEncoder(4));
    private final Tokens tokens = new Tokens(JdbcClient.create(database.command()), accounts);
    private final String password = accounts.create(ANNA);

    @Test
    void onlyTheRightPasswordOpensAnAccount() {
        assertThat(accounts.logIn("anna", password)).contains(ANNA);
        assertThat(accounts.logIn("anna", password + "x")).isEmpty();
        assertThat(accounts.logIn("bo", password)).isEmpty();
        assertThat(accounts.logIn("anna\u0000", password)).isEmpty();
        assertThat(accounts.logIn("", "")).isEmpty();
        assertThat(accounts.logIn("anna", "p".repeat(10_000))).isEmpty();
    }

    @Test
    void aTokenStandsForItsAccountUntilItIsTakenAwayOrHasEnded() {
        String kept = tokens.issue(ANNA).token();
        String left = tokens.issue(ANNA).token();
        String ended = tokens.issue(ANNA).token();
        assertThat(List.of(kept, left, ended))
                .allMatch(token -> tokens.account(token).filter(ANNA::equals).isPresent());
        tokens.revoke(left);
        database.superuser()
                .sql("update door.token set expires_at = clock_timestamp() where digest = ?")
                .param(Tokens.digest(ended))
                .update();
        assertThat(tokens.account(kept)).contains(ANNA);
        assertThat(tokens.account(left)).isEmpty();
        assertThat(tokens.account(ended)).isEmpty();
        assertThat(tokens.account("")).isEmpty();
    }

    @Test
    void aNewPasswordEndsEverySession() {
        String token = tokens.issue(ANNA).token();
        String renewed = accounts.resetPassword("anna").orElseThrow();
        assertThat(tokens.account(token)).isEmpty();
        assertThat(accounts.logIn("anna", password)).isEmpty();
        assertThat(accounts.logIn("anna", renewed)).contains(ANNA);
        assertThat(accounts.resetPassword("bo")).isEmpty();
    }

    @Test
    void aGrantThatIsTakenBackEndsWithTheNextRequest() {
        String token = tokens.issue(ANNA).token();
        JdbcClient.create(database.command())
                .sql("delete from store.grant where account = 'anna'")
                .update();
        assertThat(tokens.account(token))
                .hasValueSatisfying(anna -> assertThat(anna.sites()).isEmpty());
    }

    @Test
    void aGrantToAnotherRoleOrOfTheWholeStudyIsNoSiteOfACoordinators() {
        JdbcClient.create(database.command())
                .sql(
                        """
            insert into store.grant (study, account, role, site)
            values ('boostb4', 'anna', 'auditor', 'NL'), ('boostb4', 'anna', 'auditor', null)
            """)
                .update();
        assertThat(accounts.find("anna")).contains(ANNA);
    }

    @Test
    void theDatabaseHoldsNeitherPasswordsNorTokens() {
        String token = tokens.issue(ANNA).token();
        assertThat(database.superuser()
                        .sql("select account::text || token::text from door.account, door.token")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(password).doesNotContain(token));
    }

    @Test
    void whatCouldBeLoggedHoldsNoSecret() {
        Tokens.Issued issued = tokens.issue(ANNA);
        assertThat(List.<Object>of(
                        issued,
                        new SessionController.Login("anna", password),
                        new SessionController.Session(
                                issued.token(), issued.expiresAt(), SessionController.WhoIsIt.of(ANNA)),
                        new AccountController.Password("anna", password),
                        new LocalKey(password)))
                .allSatisfy(shown ->
                        assertThat(shown.toString()).doesNotContain(password).doesNotContain(issued.token()));
    }

    @Test
    void aCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        SessionController sessions = sessions();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(true);
        assertThat(sessions.logIn(new SessionController.Login("anna", password), request)
                        .getHeaders()
                        .getFirst(HttpHeaders.SET_COOKIE))
                .contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/");
    }

    @Test
    void guessingEndsWithAWait() {
        SessionController sessions = sessions();
        MockHttpServletRequest request = new MockHttpServletRequest();
        SessionController.Login wrong = new SessionController.Login("anna", "guess");
        for (int guess = 0; guess < LoginLimit.FOR_ONE_ACCOUNT; guess++) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> sessions.logIn(wrong, request))
                    .withMessageStartingWith("There is no account with this name and password");
        }
        SessionController.Login right = new SessionController.Login("anna", password);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> sessions.logIn(right, request))
                .withMessageStartingWith("Too many logins");
    }

    private SessionController sessions() {
        return new SessionController(accounts, tokens, new LoginLimit(Clock.systemUTC()));
    }

    private static TestDatabase freshWithDoor() {
        TestDatabase database = TestDatabase.fresh();
        DoorSchema.migrate(database.owner());
        JdbcClient.create(database.command())
                .sql("insert into store.grant (study, account, role, site) values ('boostb4', 'anna',"
                        + " 'coordinator', 'SE')")
                .update();
        return database;
    }
}
