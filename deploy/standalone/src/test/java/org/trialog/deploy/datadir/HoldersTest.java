package org.trialog.deploy.datadir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds a data directory, seen from another process. */
class HoldersTest {
    @TempDir
    Path temporary;

    @Test
    void aDirectoryWithARunningServerTellsItsAddress() throws Exception {
        String url = "http://localhost:18080";
        try (AnotherProcess server = AnotherProcess.start(HoldsADirectory.class, temporary.toString(), url)) {
            assertThat(DataDirectory.claim(temporary))
                    .isEqualTo(new Claim.HeldByAnother(new Holder(
                            OptionalLong.of(server.pid()),
                            Optional.of(new RunningServer(URI.create(url), server.pid(), "a-token")))));
            refused(DataDirectoryProblem.IN_USE, () -> DataDirectory.open(temporary))
                    .hasMessageContaining(url)
                    .hasMessageContaining("--data")
                    .message()
                    .doesNotContain("a-token");
        }
    }

    @Test
    void theAddressOfAKilledServerIsNotTakenForTheNextHolders() throws Exception {
        try (AnotherProcess server =
                AnotherProcess.start(HoldsADirectory.class, temporary.toString(), "http://localhost:1")) {
            server.kill();
        }
        String leftBehind = Files.readString(temporary.resolve("server.json"));
        try (AnotherProcess command = AnotherProcess.start(HoldsADirectory.class, temporary.toString())) {
            Files.writeString(temporary.resolve("server.json"), leftBehind);
            assertThat(DataDirectory.claim(temporary))
                    .isEqualTo(new Claim.HeldByAnother(new Holder(OptionalLong.of(command.pid()), Optional.empty())));
        }
    }

    @Test
    void aKilledHolderLeavesTheDirectoryFree() throws Exception {
        try (AnotherProcess server =
                AnotherProcess.start(HoldsADirectory.class, temporary.toString(), "http://localhost:1")) {
            server.kill();
        }
        try (DataDirectory directory = DataDirectory.open(temporary)) {
            assertThat(directory.root().resolve("server.json")).doesNotExist();
        }
    }

    private static AbstractThrowableAssert<?, DataDirectoryProblem> refused(String code, ThrowingCallable opening) {
        return assertThatThrownBy(opening)
                .asInstanceOf(throwable(DataDirectoryProblem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
