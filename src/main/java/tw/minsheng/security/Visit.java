package tw.minsheng.security;

/**
 * A person who has just been let in, or was recognised by the cookie.
 *
 * @param token the cookie's content, from which the forms' token is derived
 * @param change whether the person must choose another password before anything else
 */
public record Visit(SecretToken token, Session session, Account account, boolean change) {}
