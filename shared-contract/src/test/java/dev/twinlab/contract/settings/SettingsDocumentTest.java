package dev.twinlab.contract.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.contract.operations.SettingNames;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/settings.md");

    @Test
    void theDocumentIsTheOneOfTheCatalogue() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .as("docs/settings.md is made anew by the command in its head")
                .isEqualTo(SettingsDocument.text());
    }

    @Test
    void everyNameOfASettingIsInTheCatalogueOnce() {
        List<String> names = Arrays.stream(SettingNames.class.getFields())
                .filter(it -> !it.getName().startsWith("DEFAULT_"))
                .map(SettingsDocumentTest::value)
                .toList();

        assertThat(SettingCatalogue.ALL).extracting(Setting::name).containsExactlyInAnyOrderElementsOf(names);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
