/** What a start must refuse. */
@NullMarked
package dev.twinlab.contract.settings.badinput;

import org.jspecify.annotations.NullMarked;
