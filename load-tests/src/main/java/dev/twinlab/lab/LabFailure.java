package dev.twinlab.lab;

/**
 * Something that the user can put right is in the way: a bad file, a missing tool, a full disk. The message is one sentence
 * that names the value and what would be right; it is printed alone, without a stack trace.
 */
public final class LabFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LabFailure(String sentence) {
        super(sentence);
    }

    public LabFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
