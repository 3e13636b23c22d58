package dev.twinlab.lab.analyse;

import dev.twinlab.contract.Variant;
import dev.twinlab.lab.analyse.Policy.Decision;
import dev.twinlab.lab.analyse.Verdict.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overall decision: who is worse on a critical metric cannot win; what is equivalent counts for both and what is
 * inconclusive for none; a winner needs enough decided weight and enough of a lead.
 */
record Ruling(Outcome outcome, String claim, @Nullable String service, String sentence, List<String> reasons) {
    private static final String NO_CLAIM = "none";

    static Ruling invalid(List<String> defects) {
        String more = defects.size() == 1 ? "" : " (and " + Wording.plural(defects.size() - 1, "more reason") + ")";
        return new Ruling(
                Outcome.INVALID, NO_CLAIM, null, "Invalid campaign: " + defects.getFirst() + more + ".", defects);
    }

    static Ruling of(Policy policy, List<MetricResult> metrics, Tally tally, Campaign campaign) {
        Decision decision = policy.decision();
        if (tally.decided() < decision.minimumDecidedWeight()) {
            return undecided(
                    Outcome.INCONCLUSIVE,
                    "Inconclusive: ",
                    "the data decide %s of the weight, the policy asks for %s"
                            .formatted(Wording.share(tally.decided()), Wording.share(decision.minimumDecidedWeight())));
        }
        if (Math.abs(tally.lead()) < decision.minimumLead()) {
            return undecided(Outcome.NO_WINNER, "No overall winner: ", shortLead(tally, decision, campaign));
        }
        boolean helidonLeads = tally.lead() > 0;
        Variant leader = helidonLeads ? Variant.HELIDON : Variant.MICRONAUT;
        State worse = helidonLeads ? State.WORSE : State.BETTER;
        List<String> vetoes = metrics.stream()
                .filter(it -> it.rule() != null && it.rule().critical() && it.state() == worse)
                .map(MetricResult::label)
                .toList();
        if (!vetoes.isEmpty()) {
            return undecided(
                    Outcome.NO_WINNER,
                    "No overall winner: ",
                    "%s leads by %s of the weight, but is worse on what the policy calls critical: %s"
                            .formatted(
                                    campaign.nameOf(leader),
                                    Wording.share(Math.abs(tally.lead())),
                                    String.join(", ", vetoes)));
        }
        boolean gradeA = campaign.environment().grade().equals("A");
        String ahead = "%s, ahead by %s of the weight with %s decided"
                .formatted(
                        campaign.nameOf(leader), Wording.share(Math.abs(tally.lead())), Wording.share(tally.decided()));
        String sentence = gradeA
                ? "Winner: " + ahead + "."
                : "Indication: " + ahead + " (environment grade "
                        + campaign.environment().grade() + ": not enough to name a winner).";
        return new Ruling(Outcome.DECIDED, gradeA ? "winner" : "indication", leader.wireName(), sentence, List.of());
    }

    private static String shortLead(Tally tally, Decision decision, Campaign campaign) {
        if (tally.lead() == 0) {
            return tally.equivalent() == tally.decided()
                    ? "the two are equivalent on everything that is decided"
                    : "neither leads";
        }
        return "%s leads by %s of the weight, the policy asks for %s"
                .formatted(
                        campaign.nameOf(tally.lead() > 0 ? Variant.HELIDON : Variant.MICRONAUT),
                        Wording.share(Math.abs(tally.lead())),
                        Wording.share(decision.minimumLead()));
    }

    private static Ruling undecided(Outcome outcome, String opening, String reason) {
        return new Ruling(outcome, NO_CLAIM, null, opening + reason + ".", List.of(reason));
    }
}
