package dev.twinlab.contract.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for {@code X-Request-Id}: a well-formed one is kept, anything else is replaced. */
public final class RequestIds {
    private static final Pattern ACCEPTED = Pattern.compile(Limits.REQUEST_ID_PATTERN);

    private RequestIds() {}

    /**
     * The id of a request.
     *
     * @param received the header's value, null when absent
     * @return {@code received} if it matches {@link Limits#REQUEST_ID_PATTERN}, else a new random UUID
     */
    public static String of(@Nullable String received) {
        return received != null && ACCEPTED.matcher(received).matches()
                ? received
                : UUID.randomUUID().toString();
    }
}
