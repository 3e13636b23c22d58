package dev.twinlab.contract.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The opaque cursor of key-set pages: the key of the last item of a page. It means the same to both services, because the
 * next page may be asked of the other one.
 */
public enum PageCursor {
    /** Key: the SKU; pages go up. */
    PRODUCTS("p1", Limits.SKU_PATTERN),
    /** Key: the order's id; pages go down. */
    ORDERS("o1", Limits.UUID_PATTERN);

    private final String prefix;
    private final Pattern key;

    PageCursor(String version, String keyPattern) {
        this.prefix = version + ':';
        this.key = Pattern.compile(keyPattern);
    }

    /** The cursor that follows the item with {@code lastKey}. */
    public String encode(String lastKey) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((prefix + lastKey).getBytes(StandardCharsets.US_ASCII));
    }

    /** The key in {@code cursor}, or empty when it is none of ours (answer 400). */
    public Optional<String> decode(String cursor) {
        if (cursor.length() > Limits.CURSOR_LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Optional.of(text)
                    .filter(it -> it.startsWith(prefix))
                    .map(it -> it.substring(prefix.length()))
                    .filter(it -> key.matcher(it).matches());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
