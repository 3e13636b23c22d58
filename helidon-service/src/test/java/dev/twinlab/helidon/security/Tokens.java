package dev.twinlab.helidon.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens by hand, good ones and such as no library would make. */
public final class Tokens {
    public static final String SECRET = "0123456789abcdef0123456789abcdef";
    public static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private Tokens() {}

    /** Claims that hold, without the closing brace and with {@code more} after them. */
    public static String claims(String more) {
        return "{\"iss\":\"twinlab\",\"aud\":\"twinlab-api\",\"sub\":\"alice\",\"exp\":"
                + Instant.now().plusSeconds(60).getEpochSecond() + more + "}";
    }

    public static String hs256(String header, String claims) {
        return signed(header, claims, "HmacSHA256", SECRET);
    }

    public static String signed(String header, String claims, String algorithm, String secret) {
        String content = encoded(header) + '.' + encoded(claims);
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
            return content + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    public static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
