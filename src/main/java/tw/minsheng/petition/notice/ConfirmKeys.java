package tw.minsheng.petition.notice;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import tw.minsheng.kernel.Hmac;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.notify.LateFacts;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.petition.Confirmation;

/**
 * Makes the links and codes by which petitioners confirm. They follow from a random seed under the secret of the server,
 * so that the database holds neither, and a notice can still be sent again. Safe to share.
 */
public final class ConfirmKeys implements LateFacts {

    /** Fact of a notice from which its link or code follows. */
    static final String SEED = "seed";

    static final String PATH = "/petition/confirm/";

    private static final int SEED_BYTES = 16;
    private static final int CODES = 1_000_000;

    private final Hmac secret;
    private final Supplier<String> address;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param secret of this installation, the same on all its nodes, 32 bytes or more
     * @param address under which petitioners reach the server, without a slash at the end
     */
    public ConfirmKeys(byte[] secret, Supplier<String> address) {
        this.secret = new Hmac(secret);
        this.address = address;
    }

    Confirmation byMail() {
        String seed = seed();
        return new Confirmation(Confirmation.Way.MAIL, seed, proof(token(seed)));
    }

    Confirmation byPhone() {
        return new Confirmation(Confirmation.Way.PHONE, seed(), "");
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 256 bits. */
    String token(String seed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.of("confirm-link " + seed));
    }

    /** Six digits, good for a few tries only. */
    String code(String seed) {
        byte[] mac = secret.of("confirm-code " + seed);
        int bits = ByteBuffer.wrap(mac).getInt() & Integer.MAX_VALUE;
        return String.format("%06d", bits % CODES);
    }

    /** What is stored of a token. */
    static String proof(String token) {
        return Sha256.base64("confirm-link " + token);
    }

    @Override
    public Map<String, String> of(Notice notice) {
        String seed = notice.facts().getOrDefault(SEED, "");
        if (seed.isEmpty()) {
            return Map.of();
        }
        return notice.kind() == NoticeKind.CONFIRM
                ? Map.of("link", address.get() + PATH + token(seed))
                : Map.of("code", code(seed));
    }
}
