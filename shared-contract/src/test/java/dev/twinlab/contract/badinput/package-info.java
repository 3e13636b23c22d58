/** What clients get wrong: every rule on input, met from its wrong side. */
@NullMarked
package dev.twinlab.contract.badinput;

import org.jspecify.annotations.NullMarked;
