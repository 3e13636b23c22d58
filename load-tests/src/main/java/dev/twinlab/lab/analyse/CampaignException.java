package dev.twinlab.lab.analyse;

/** A folder that is no readable campaign. The message is one sentence for the person who named the folder. */
public final class CampaignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CampaignException(String message) {
        super(message);
    }

    public CampaignException(String message, Throwable cause) {
        super(message, cause);
    }
}
