/**
 * The roles that run virtual computers on a peer: deployer, worker quota maintainer, enrolment
 * requestor and virtual thread delegator.
 */
@NullMarked
package io.leverage.peer.internal.deploy;

import org.jspecify.annotations.NullMarked;
