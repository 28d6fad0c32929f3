package org.trialog.command.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.access.Access.Change;
import org.trialog.command.access.Passage;
import org.trialog.command.door.Accounts;
import org.trialog.command.order.StudyOrder.GiveGrant;
import org.trialog.command.order.StudyOrder.HoldDosing;
import org.trialog.command.order.StudyOrder.LockDataCut;
import org.trialog.command.order.StudyOrder.ResumeDosing;
import org.trialog.command.order.StudyOrder.RevokeGrant;
import org.trialog.command.order.StudyOrder.UnlockDataCut;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.Token;

/** What is locked, held and granted in a study, as orders over HTTP. */
@RestController
@Tag(name = "conduct")
@RequestMapping(path = "/api/studies/{study}", consumes = APPLICATION_JSON_VALUE)
class ConductController {

    private final Desk desk;
    private final Accounts accounts;

    ConductController(Desk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    @Operation(summary = "Locks what is dated through a day: of the study, a site, a subject or one of its visits")
    @PostMapping("/locks")
    ResponseEntity<byte[]> lock(@PathVariable StudyId study, Sent sent) {
        return desk.send(LockDataCut.class, Map.of("study", study), sent);
    }

    @Operation(summary = "Lifts a lock, for a reason")
    @PostMapping("/locks/{id}/release")
    ResponseEntity<byte[]> unlock(@PathVariable StudyId study, @PathVariable RecordId id, Sent sent) {
        return desk.send(UnlockDataCut.class, Map.of("study", study, "cut", id), sent);
    }

    @Operation(summary = "Holds dosing: of an arm or all, at a site or all")
    @PostMapping("/dosing-holds")
    ResponseEntity<byte[]> hold(@PathVariable StudyId study, Sent sent) {
        return desk.send(HoldDosing.class, Map.of("study", study), sent);
    }

    @Operation(summary = "Resumes dosing")
    @PostMapping("/dosing-holds/{id}/end")
    ResponseEntity<byte[]> resume(@PathVariable StudyId study, @PathVariable RecordId id, Sent sent) {
        return desk.send(ResumeDosing.class, Map.of("study", study, "hold", id), sent);
    }

    @Operation(summary = "Lets an account into the study: a coordinator at a site, everybody else as a whole")
    @PostMapping("/grants")
    ResponseEntity<byte[]> give(@PathVariable StudyId study, Sent sent) {
        GiveGrant order = desk.read(GiveGrant.class, Map.of("study", study), sent);
        Passage.of(sent.request()).concerns(change(order.account(), order.role(), order.site()));
        boolean known = accounts.find(order.account())
                .filter(account -> account.role() == order.role())
                .isPresent();
        if (!known) {
            throw new Problem(
                    422,
                    "account-unknown",
                    "There is no account of that name and role: create it first.",
                    null,
                    List.of("account", "role"));
        }
        return desk.send(order, sent);
    }

    @Operation(summary = "Takes a grant back: it ends with the account's next request")
    @PostMapping("/grants/revocation")
    ResponseEntity<byte[]> revoke(@PathVariable StudyId study, Sent sent) {
        RevokeGrant order = desk.read(RevokeGrant.class, Map.of("study", study), sent);
        Passage.of(sent.request()).concerns(change(order.account(), order.role(), order.site()));
        return desk.send(order, sent);
    }

    private static Change change(String account, Role role, @Nullable SiteId site) {
        return new Change(account, site == null ? Token.of(role) : Token.of(role) + " at " + site);
    }
}
