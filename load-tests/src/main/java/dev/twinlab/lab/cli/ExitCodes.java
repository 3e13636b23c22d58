package dev.twinlab.lab.cli;

/** What the lab's exit codes mean; 10 and 20 come from the verdict. */
final class ExitCodes {
    static final int OK = 0;
    static final int ERROR = 1;
    static final int USAGE = 2;
    static final int INVALID = 30;
    /** As a shell reports an end by Ctrl-C. */
    static final int STOPPED = 130;

    private ExitCodes() {}
}
