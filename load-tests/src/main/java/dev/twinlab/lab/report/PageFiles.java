package dev.twinlab.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the page carries with it: its style, its script, and the two libraries that draw. */
final class PageFiles {
    private static final String FOLDER = "/dev/twinlab/lab/report/";

    private PageFiles() {}

    static String style() {
        return text(FOLDER + "report.css");
    }

    /** D3, Observable Plot on top of it, and what calls them. */
    static String script() {
        return d3() + "\n" + text(FOLDER + "lib/plot.umd.min.js") + "\n" + text(FOLDER + "report.js");
    }

    private static String d3() {
        Properties versions = new Properties();
        try (InputStream in = open(FOLDER + "libraries.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read libraries.properties", e);
        }
        return text("/META-INF/resources/webjars/d3/" + versions.getProperty("d3") + "/dist/d3.min.js");
    }

    private static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = PageFiles.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the class path lacks " + resource);
        }
        return in;
    }
}
