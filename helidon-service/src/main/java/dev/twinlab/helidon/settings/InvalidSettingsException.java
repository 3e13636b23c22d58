package dev.twinlab.helidon.settings;

import java.util.List;

/** The environment does not describe a service that could start. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidSettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = problems;
    }

    /** Every problem, one line each; secrets are masked. */
    public List<String> problems() {
        return problems;
    }
}
