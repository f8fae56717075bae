package tw.minsheng.security;

import java.util.Locale;
import java.util.Optional;

/** What a member of staff is to the installation; {@link Rights} says what each may do. */
public enum Role {
    ADMIN,
    ANALYST,
    REVIEWER,
    HANDLER,
    HEAD,
    CONTROL,
    OPERATOR;

    /** The word used on the command line, in files and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String key) {
        for (Role role : values()) {
            if (role.key().equals(key)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
