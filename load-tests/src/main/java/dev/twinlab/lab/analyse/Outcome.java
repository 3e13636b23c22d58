package dev.twinlab.lab.analyse;

/** How a campaign ends, with the exit code of the command that says so. */
public enum Outcome {
    /** One service is ahead by what the policy asks for. */
    DECIDED(0),
    /** Enough is decided, and neither is ahead by enough. */
    NO_WINNER(10),
    /** Too little is decided. */
    INCONCLUSIVE(20),
    /** The campaign cannot be judged. */
    INVALID(30);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
