package tw.minsheng.collect;

/**
 * How a draft is found again; only hashes, so that the database cannot open a draft.
 *
 * @param code SHA-256 of the resume code (接續碼), base64url
 * @param form SHA-256 of the form key, base64url; also the key of the later {@code submission}
 */
public record DraftKey(String code, String form) {}
