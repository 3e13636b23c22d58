package dev.twinlab.lab.badinput;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinlab.lab.analyse.Policy;
import dev.twinlab.lab.analyse.SyntheticCampaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            confidence: 0.95       | confidence: 1.5        | confidence is 1.5: it must be above 0.5 and below 1
            confidence: 0.95       | confidence: "0.95"     | /confidence: string found, number expected
            confidence: 0.95       | confidence: high       | confidence
            confidence: 0.95       | confidnce: 0.95        | confidnce
            name: balanced         | name: ""               | name is : it must not be blank
            name: balanced         | title: balanced        | title
            margin: 0.05, weight: 3| margin: 5, weight: 3   | metrics[5].margin is 5.0: it must be above 0 and below 1
            margin: 0.05, weight: 3| margin: 0.05, weight: 0| metrics[5].weight is 0.0: it must be above 0
            startup.cpu_s          | startup.cpu_ms         | metrics[1].id is startup.cpu_ms: it must be startup.{
            startup.cpu_s          | startup.first_response_ms | metrics[1].id is startup.first_response_ms: it must not be listed twice
            minimumLead: 0.20      | minimumLead: 0         | decision.minimumLead is 0.0: it must be above 0 and at most 1
            minimumDecidedWeight: 0.60 | minimumDecidedWeight: 60 | decision.minimumDecidedWeight is 60.0: it must be between 0 and 1
            minimumLead: 0.20      | other: 1               | other
            dropped: 0             | dropped: 0.5           | dropped
            dropped: 0             | dropped: -1            | gates.dropped is -1: it must be 0 or more
            dropped: 0             | errorRate: 0.1         | Duplicate field 'errorRate'
            invalidRuns: 0.20      | invalidRuns: 2         | gates.invalidRuns is 2.0: it must be between 0 and 1
            """)
    void oneSentenceNamesTheMemberAndItsValue(String right, String wrong, String message) {
        String yaml = SyntheticCampaign.balanced().replace(right, wrong);
        assertThatThrownBy(() -> Policy.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("policy: ")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Policy.parse(SyntheticCampaign.balanced().replace("confidence: 0.95", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("confidence");
    }

    @Test
    void whatIsNoPolicyAtAllIsRefused() {
        for (String yaml : new String[] {"", "# nothing", "null", "[]", "a: [", "42"}) {
            assertThatThrownBy(() -> Policy.parse(yaml))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("policy: ")
                    .message()
                    .doesNotContain("\n");
        }
    }
}
