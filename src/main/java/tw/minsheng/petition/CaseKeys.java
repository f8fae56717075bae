package tw.minsheng.petition;

import tw.minsheng.kernel.CodeLetters;
import tw.minsheng.kernel.Hmac;
import tw.minsheng.kernel.Sha256;

/**
 * Makes the keys of cases. The query code follows from the key under which a petition was sent, so that whoever sends it
 * again is told the same code, and the database keeps only hashes. Safe to share between threads.
 */
public final class CaseKeys {

    private final Hmac secret;

    /** @param secret of this installation, the same on all its nodes, 32 bytes or more */
    public CaseKeys(byte[] secret) {
        this.secret = new Hmac(secret);
    }

    /** The key under which staff send; no citizen can send one like it, so that hers opens no receipt of theirs. */
    static String ofStaff(String key) {
        return "staff " + key;
    }

    QueryCode code(String key) {
        return new QueryCode(CodeLetters.of(secret.of("query-code " + key), QueryCode.LENGTH));
    }

    /** What is stored of a query code. */
    static String hash(QueryCode code) {
        return Sha256.base64("query-code " + code.value());
    }

    static String submission(String key) {
        return Sha256.base64("petition " + key);
    }

    /** Tells another body under the same key, and tells nothing to a reader of the database. */
    static String bodyMac(String key, String body) {
        return Hmac.base64(key, body);
    }
}
