/**
 * The address resolver, the mailboxes in the store, and the message manager that wakes receivers.
 */
@NullMarked
package io.leverage.peer.internal.message;

import org.jspecify.annotations.NullMarked;
