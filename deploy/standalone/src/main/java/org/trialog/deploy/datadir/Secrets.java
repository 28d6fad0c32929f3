package org.trialog.deploy.datadir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The secrets of a deployment: one file each, in a folder that only its owner can read. */
public final class Secrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** Where the secret of this name is kept, whether it exists or not. */
    public Path file(String name) {
        if (!name.matches("[a-z0-9][a-z0-9._-]*")) {
            throw new IllegalArgumentException("not a name of a secret: " + name);
        }
        return folder.resolve(name);
    }

    /** The secret of this name, if there is one. */
    public Optional<String> find(String name) {
        Path file = file(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw DataDirectoryProblem.damaged(folder, "the secret " + name + " cannot be read (" + e + ")");
        }
    }

    /** The secret of this name; made now, from 256 random bits, if there is none. */
    public String findOrMake(String name) {
        return find(name).orElseGet(() -> {
            String secret = random();
            keep(name, secret);
            return secret;
        });
    }

    /** Keeps a secret under a name, in place of the one before. */
    public void keep(String name, String secret) {
        try {
            OwnerOnly.write(file(name), secret + "\n");
        } catch (IOException e) {
            throw DataDirectoryProblem.notWritable(file(name), e);
        }
    }

    /** 256 random bits as 43 letters, digits, {@code -} and {@code _}; kept nowhere. */
    public String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
