package org.trialog.command.door;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.access.Passage;
import org.trialog.command.door.Account.SiteGrant;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.Role;

/** The accounts, for data managers. Passwords are generated and shown once. */
@RestController
@Tag(name = "accounts")
@RequestMapping("/api/accounts")
class AccountController {

    private final Accounts accounts;
    private final AccountChanges changes;

    AccountController(Accounts accounts, AccountChanges changes) {
        this.accounts = accounts;
        this.changes = changes;
    }

    /** A new account; {@code sites} are those of a coordinator. */
    record NewAccount(
            String name,
            String displayName,
            Role role,
            @Nullable Set<SiteGrant> sites) {}

    /** A generated password, shown this once. */
    record Password(String name, String password) {

        /** Without the password: it could be logged. */
        @Override
        public String toString() {
            return "Password[" + name + "]";
        }
    }

    @Operation(summary = "The accounts")
    @GetMapping
    List<SessionController.WhoIsIt> list() {
        return accounts.names().stream()
                .flatMap(name -> accounts.find(name).stream())
                .map(SessionController.WhoIsIt::of)
                .collect(Collectors.toList());
    }

    @Operation(summary = "A new account; its password is shown this once")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Password create(
            @RequestBody NewAccount wanted, @AuthenticationPrincipal Account caller, HttpServletRequest request) {
        if (wanted.name() == null || !Accounts.isName(wanted.name())) {
            throw Problem.malformed(
                    "account-name",
                    "An account's name has lower-case letters, digits, dots and dashes.",
                    List.of("name"));
        }
        if (wanted.role() == null
                || wanted.displayName() == null
                || !wanted.displayName().matches("\\P{Cntrl}{1,200}")) {
            throw Problem.malformed(
                    "account-malformed",
                    "An account has a name, a displayName of 1 to 200 characters and a role.",
                    List.of("displayName", "role"));
        }
        Set<SiteGrant> sites = wanted.sites() == null ? Set.of() : wanted.sites();
        if (sites.stream().anyMatch(grant -> grant == null || grant.study() == null || grant.site() == null)) {
            throw Problem.malformed("account-malformed", "A site has a study and a site.", List.of("sites"));
        }
        Account account = new Account(wanted.name(), wanted.displayName(), wanted.role(), sites);
        try {
            return new Password(
                    account.name(), changes.create(account, Senders.of(caller, request), Passage.of(request)::changed));
        } catch (DuplicateKeyException taken) {
            throw new Problem(
                    422, "account-exists", "There is an account of this name already.", null, List.of("name"));
        }
    }

    @Operation(summary = "A new password, shown this once; every session of the account ends")
    @PostMapping("/{name}/password-reset")
    Password reset(@PathVariable String name, HttpServletRequest request) {
        return changes.resetPassword(name, Passage.of(request)::changed)
                .map(password -> new Password(name, password))
                .orElseThrow(
                        () -> new Problem(404, "account-unknown", "There is no such account.", null, List.of("name")));
    }
}
