package org.trialog.events.value;

import java.util.Locale;

/** How a constant is written outside the code: {@code DATA_MANAGER} is {@code data-manager}, everywhere. */
public final class Token {

    private Token() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no constant of the type is written like this */
    public static <E extends Enum<E>> E read(Class<E> type, String token) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(token)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName() + " is written '" + token + "'");
    }
}
