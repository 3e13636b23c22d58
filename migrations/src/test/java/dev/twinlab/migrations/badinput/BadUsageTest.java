package dev.twinlab.migrations.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.migrations.ProgramRun;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadUsageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--clean            | Unknown option: '--clean' (see migrations --help)",
                "undo               | Unmatched argument at index 0: 'undo' (see migrations --help)",
                "migrate --force    | Unknown option: '--force' (see migrations migrate --help)",
                "data --products=many | Invalid value for option '--products': 'many' is not an int (see migrations data --help)",
                "data --products=0  | The number of products must be 1 to 999999, not 0. (see migrations data --help)",
                "data --orders=10000001 | The number of orders must be 0 to 10000000, not 10000001. (see migrations data --help)",
                "--db-url           | Missing required parameter for option '--db-url' (URL) (see migrations --help)",
            })
    void isToldInOneSentence(String arguments, String sentence) throws Exception {
        var run = ProgramRun.of(
                Map.of("DB_URL", "jdbc:postgresql://localhost:1/x", "DB_USER", "u"), arguments.split(" "));

        assertThat(run.err()).containsExactly(sentence);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
