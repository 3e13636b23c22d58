/** Headers, paths, limits and the parsing rules of HTTP input that both services must share to answer alike. */
@NullMarked
package dev.twinlab.contract.http;

import org.jspecify.annotations.NullMarked;
