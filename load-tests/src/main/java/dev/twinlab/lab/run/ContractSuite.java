package dev.twinlab.lab.run;

import dev.twinlab.contract.conformance.ConformanceReport;
import dev.twinlab.contract.conformance.ConformanceSuite;
import dev.twinlab.contract.conformance.Target;
import dev.twinlab.contract.conformance.TokenIssuer;
import java.net.URI;
import java.util.Optional;

/** The contract's own suite. */
public final class ContractSuite implements Conformance {
    @Override
    public Result check(URI api, Optional<URI> management, String jwtSecret) throws InterruptedException {
        ConformanceReport report = new ConformanceSuite().run(new Target(api, management, new TokenIssuer(jwtSecret)));
        return new Result(report.passed(), report.summary(), report.toText());
    }
}
