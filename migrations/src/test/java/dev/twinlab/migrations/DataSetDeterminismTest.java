package dev.twinlab.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DataSetDeterminismTest {
    private static final List<String> TABLES =
            List.of("products", "orders", "order_lines", "idempotency_keys", "outbox");

    /** Results that were measured on other rows cannot be compared: whoever changes the generator must see it here. */
    private static final Map<String, String> SMALL = Map.of(
            "products", "5682b2fbb736e5ba4df0b54bb294accf",
            "orders", "76d67ba4a324af0850a6794fd9afcb0f",
            "order_lines", "853969632ec8d7f3fd3403cb41742ac4",
            "idempotency_keys", "d41d8cd98f00b204e9800998ecf8427e",
            "outbox", "d41d8cd98f00b204e9800998ecf8427e");

    @Test
    void theSameSizesGiveTheSameRowsInTheSamePlacesWhateverTheLocaleAndTheTimeZone() {
        var plain = TestServer.migrated();
        String otherName = TestServer.newDatabase(
                "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'");
        var other = TestServer.database(otherName);
        TestServer.execute(
                other,
                "ALTER DATABASE " + otherName + " SET TimeZone = 'Asia/Kathmandu'",
                "ALTER DATABASE " + otherName + " SET DateStyle = 'German'",
                "ALTER DATABASE " + otherName + " SET IntervalStyle = 'sql_standard'",
                "ALTER DATABASE " + otherName + " SET work_mem = '64kB'",
                "ALTER DATABASE " + otherName + " SET enable_hashjoin = off");
        new SchemaMigrator().migrate(other);

        DataSet.SMALL.load(plain);
        DataSet.SMALL.load(other);

        assertThat(checksums(plain)).isEqualTo(checksums(other)).isEqualTo(SMALL);
    }

    @Test
    void replacingGivesTheSameRowsToo() {
        var database = TestServer.migrated();
        new DataSet(37, 11).load(database);

        DataSet.SMALL.replace(database);

        assertThat(checksums(database)).isEqualTo(SMALL);
    }

    private static Map<String, String> checksums(DataSource database) {
        var sums = new LinkedHashMap<String, String>();
        for (String table : TABLES) {
            // As JSON in UTC a row has one text only; the place of the row is part of it.
            sums.put(
                    table,
                    TestServer.value(
                            database,
                            "SELECT md5(coalesce(string_agg(t.ctid || ' ' || row_to_json(t), E'\\n' ORDER BY t.ctid), ''))"
                                    + " FROM " + table + " AS t, set_config('TimeZone', 'UTC', false)"));
        }
        return sums;
    }
}
