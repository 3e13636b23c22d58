/** What charts show, as data; colours and marks come from the page. */
@NullMarked
package dev.twinlab.lab.report.plot;

import org.jspecify.annotations.NullMarked;
