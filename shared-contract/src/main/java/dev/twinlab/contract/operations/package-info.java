/** What an operator sees: settings, metric names, log fields, health and version documents. */
@NullMarked
package dev.twinlab.contract.operations;

import org.jspecify.annotations.NullMarked;
