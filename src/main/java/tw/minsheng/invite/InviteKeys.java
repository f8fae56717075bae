package tw.minsheng.invite;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.collect.ResumeCode;
import tw.minsheng.kernel.CodeLetters;
import tw.minsheng.kernel.Hmac;
import tw.minsheng.kernel.Sha256;

/**
 * Makes and recognises the tokens of invitations (256 bits). A token follows from a random seed under the secret of the
 * server, so that a mail can be sent again; the database holds only its hash, and no seed once the answer is there. Safe to
 * share.
 */
public final class InviteKeys {

    private static final int SEED_BYTES = 16;
    private static final int HANDLE_LETTERS = 8;
    private static final int CODE_LETTERS = 20;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Hmac secret;
    private final Sealed passes;
    private final SecureRandom random = new SecureRandom();

    /** @param secret of this installation, the same on all its nodes, 32 bytes or more */
    public InviteKeys(byte[] secret) {
        this.secret = new Hmac(secret);
        this.passes = new Sealed(this.secret.of("pass of an invitation"));
    }

    /**
     * What is stored of a new invitation.
     *
     * @param seed from which its token follows
     * @param hash of the token
     */
    public record Fresh(String seed, String hash) {}

    public Fresh fresh() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        String seed = TEXT.encodeToString(bytes);
        return new Fresh(seed, hash(token(seed)));
    }

    /**
     * By what a person is known again, without a word that could be read: the keyed hash of her address and that of her
     * telephone number, however they were typed; in this order. Who has an address is known by it, whoever shares her telephone.
     */
    public Set<String> people(String email, String phone) {
        Set<String> keys = new LinkedHashSet<>();
        String mail = Addresses.mail(email);
        String number = Addresses.phone(phone);
        if (!mail.isEmpty()) {
            keys.add(TEXT.encodeToString(secret.of("mail " + mail)));
        }
        if (!number.isEmpty()) {
            keys.add(TEXT.encodeToString(secret.of("phone " + number)));
        }
        return keys;
    }

    String token(String seed) {
        return TEXT.encodeToString(secret.of("invitation " + seed));
    }

    /** The way from the address of the server to the survey, for a mail. */
    public String path(String survey, String seed) {
        return path(survey) + token(seed);
    }

    /** Under which all links of a survey lie. */
    static String path(String survey) {
        return "/s/" + survey + "/i/";
    }

    /** A token of ours, by its form; whether it was ever given out is another question. */
    public static Optional<String> typed(String text) {
        return TOKEN.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** What is stored of a token. */
    public static String hash(String token) {
        return Sha256.base64("invitation " + token);
    }

    /**
     * Lets a browser that takes no cookies come in by an address, for a short while: the token, sealed with the moment until
     * which it is good (AES-256-GCM). What stays of it in a history or a log opens nothing afterwards.
     */
    public String pass(String token, Instant until) {
        return passes.seal(token + " " + until.getEpochSecond());
    }

    /** The token of a pass that is still good. */
    public Optional<String> opened(String pass, Instant now) {
        return passes.open(pass)
                .map(text -> text.split(" ", 2))
                .filter(parts -> parts.length == 2 && now.getEpochSecond() < Long.parseLong(parts[1]))
                .flatMap(parts -> typed(parts[0]));
    }

    /** Tells apart, in addresses, the invitations of one browser; opens nothing. */
    public static String handle(String token) {
        return CodeLetters.of(Sha256.of("handle " + token), HANDLE_LETTERS).toLowerCase(java.util.Locale.ROOT);
    }

    /** Under which the answer to this invitation is kept until it is finished. */
    public ResumeCode code(String survey, String token) {
        return new ResumeCode(CodeLetters.of(secret.of("invited " + survey + " " + token), CODE_LETTERS));
    }
}
