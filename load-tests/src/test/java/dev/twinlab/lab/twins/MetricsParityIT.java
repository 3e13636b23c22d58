package dev.twinlab.lab.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After the same requests both show the same metrics: names, types, help, labels and bounds of buckets. */
@Timeout(180)
class MetricsParityIT {
    /** Series that may be on one side alone: the beginning of their name, and why. */
    private static final Map<String, String> ALLOWED = Map.of(
            "jvm_gc_pause_seconds", "there once a collection of that kind has happened",
            "jvm_gc_concurrent_phase_time_seconds", "there once a collection of that kind has happened",
            "twinlab_build", "says which of the two it is");

    @TempDir
    private static Path folder = Path.of("");

    private static TwinDatabase database;

    @BeforeAll
    static void startPostgres() {
        database = new TwinDatabase(folder);
    }

    @AfterAll
    static void stopPostgres() {
        database.close();
    }

    @Test
    void bothShowTheSame() throws InterruptedException {
        Scrape helidon = scrape("helidon");
        Scrape micronaut = scrape("micronaut");

        assertThat(onlyIn(helidon.series(), micronaut.series()))
                .as("series of Helidon alone")
                .isEmpty();
        assertThat(onlyIn(micronaut.series(), helidon.series()))
                .as("series of Micronaut alone")
                .isEmpty();
        assertThat(differences(helidon.types(), micronaut.types())).as("types").isEmpty();
        assertThat(differences(helidon.help(), micronaut.help())).as("help").isEmpty();
    }

    @Test
    void aDifferenceIsSeen() {
        Scrape one = Scrape.parse("# HELP a b\n# TYPE a counter\na_total{x=\"1\",y=\"2\"} 3\nh_bucket{le=\"0.5\"} 1");
        Scrape same =
                Scrape.parse("# HELP a b\n# TYPE a counter\na_total{y=\"2\",x=\"1\",} 4.0\nh_bucket{le=\"0.50\"} 9");
        Scrape other = Scrape.parse("# HELP a c\n# TYPE a gauge\na_total{x=\"1\"} 3\nh_bucket{le=\"1.0\"} 1");

        assertThat(one).isEqualTo(same);
        assertThat(onlyIn(one.series(), other.series())).containsExactly("a_total{x=1, y=2}", "h_bucket{le=0.5}");
        assertThat(differences(one.types(), other.types())).hasSize(1);
        assertThat(differences(one.help(), other.help())).hasSize(1);
    }

    private static Scrape scrape(String variant) throws InterruptedException {
        try (TwinProcess service = TwinProcess.start(variant, database.settings(database.fresh()))) {
            service.get("/api/v1/ping");
            service.get("/api/v1/products/SKU-000001");
            service.get("/api/v1/products/NO-SUCH-SKU");
            service.get("/api/v1/no/such/route");
            service.post("/api/v1/orders", "metrics-parity", "{}");
            return Scrape.parse(service.getManagement("/metrics").body());
        }
    }

    private static Set<String> differences(Map<String, String> helidon, Map<String, String> micronaut) {
        Set<String> names = new TreeSet<>(helidon.keySet());
        names.addAll(micronaut.keySet());
        names.removeIf(it -> Objects.equals(helidon.get(it), micronaut.get(it)));
        return names.stream()
                .map(it -> it + ": Helidon '" + helidon.get(it) + "', Micronaut '" + micronaut.get(it) + "'")
                .filter(it -> ALLOWED.keySet().stream().noneMatch(it::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> onlyIn(Set<String> one, Set<String> other) {
        Set<String> left = new TreeSet<>(one);
        left.removeAll(other);
        left.removeIf(it -> ALLOWED.keySet().stream().anyMatch(it::startsWith));
        return left;
    }
}
