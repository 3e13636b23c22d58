/** Who may do what: scopes, challenge texts. */
@NullMarked
package dev.twinlab.contract.security;

import org.jspecify.annotations.NullMarked;
