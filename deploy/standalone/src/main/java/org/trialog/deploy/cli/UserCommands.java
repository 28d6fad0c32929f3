package org.trialog.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.wire.FactJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code user}: accounts. A generated password is printed once and kept nowhere in clear. */
@Command(name = "user", description = "Accounts: list, create, reset.", mixinStandardHelpOptions = true)
final class UserCommands implements Runnable {

    private static final String ACCOUNTS = "/api/accounts";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: user list, user create, user reset");
        }
    }

    @Command(name = "list", description = "All accounts with their roles.", mixinStandardHelpOptions = true)
    int list(@Mixin Target at) throws Exception {
        return at.with(client -> {
            try (InputStream answer = client.get(ACCOUNTS, "application/json", Map.of())) {
                Rows rows = new Rows(at.format(), List.of("name", "role", "displayName", "sites"), Arguments.out());
                FactJson.mapper().readTree(answer).forEach(rows::show);
            }
            return 0;
        });
    }

    @Command(name = "create", description = "Create an account.", mixinStandardHelpOptions = true)
    int create(
            @Mixin Target at,
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--role",
                            required = true,
                            description = "coordinator, investigator, auditor or data-manager")
                    String role,
            @Option(names = "--display-name", required = true) String displayName,
            @Option(
                            names = "--site",
                            paramLabel = "STUDY/SITE",
                            description = "a site of a coordinator; may be repeated")
                    @Nullable
                    List<String> sites)
            throws Exception {
        ObjectNode account = FactJson.mapper().createObjectNode();
        account.put("name", name).put("displayName", displayName).put("role", role);
        for (String site : sites == null ? List.<String>of() : sites) {
            String[] parts = site.split("/", -1);
            if (parts.length != 2) {
                throw new Failure("bad-site", "'" + site + "' is not STUDY/SITE.");
            }
            account.withArray("sites").addObject().put("study", parts[0]).put("site", parts[1]);
        }
        return at.with(client -> password(at, client, ACCOUNTS, account.toString()));
    }

    @Command(name = "reset", description = "Replace a password.", mixinStandardHelpOptions = true)
    int reset(@Mixin Target at, @Parameters(paramLabel = "NAME") String name) throws Exception {
        return at.with(client -> password(at, client, ACCOUNTS + "/" + name + "/password-reset", "{}"));
    }

    private static int password(Target at, Client client, String path, String body) throws Exception {
        try (InputStream answer =
                client.post(path, "application/json", "application/json", Map.of(), BodyPublishers.ofString(body))) {
            JsonNode password = FactJson.mapper().readTree(answer);
            new Rows(at.format(), List.of("name", "password"), Arguments.out()).show(password);
        }
        return 0;
    }
}
