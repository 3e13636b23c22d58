/** What can be set from outside: names, rules, defaults and messages, the same for both services. */
@NullMarked
package dev.twinlab.contract.settings;

import org.jspecify.annotations.NullMarked;
