package dev.twinlab.contract.operations;

import dev.twinlab.contract.problem.FieldError;
import dev.twinlab.contract.problem.Problems;
import dev.twinlab.contract.settings.Setting.Rule;
import dev.twinlab.contract.settings.SettingCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The level of a logger, as the management port tells it.
 *
 * @param logger its name; {@code ROOT} for the one above all
 * @param level that counts for it: TRACE, DEBUG, INFO, WARN or ERROR
 */
public record LogLevel(String logger, String level) {

    /**
     * What a client asks for.
     *
     * @param level TRACE, DEBUG, INFO, WARN or ERROR
     */
    public record Change(@Nullable String level) {
        /**
         * The level.
         *
         * @throws dev.twinlab.contract.problem.ProblemException 422 when it is none
         */
        public String checked() {
            var choice =
                    (Rule.Choice) SettingCatalogue.of(SettingNames.LOG_LEVEL).rule();
            if (level == null || !choice.words().contains(level)) {
                throw Problems.validationFailed(List.of(new FieldError("level", "must be " + choice.right())));
            }
            return level;
        }
    }
}
