package dev.twinlab.lab.run;

import dev.twinlab.lab.tool.K6Finder;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The real tools, found as the lab finds them. */
final class TestTools {
    /** Tests run in the module's folder. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final Path SCRIPT = ROOT.resolve("load-tests/k6/load.js");

    private TestTools() {}

    static K6Finder.K6 k6() throws InterruptedException {
        return new K6Finder(ROOT, System.getenv())
                .findOrMake(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }
}
