package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Events;
import io.leverage.peer.internal.unit.UnitMessage.EventsRead;
import io.leverage.peer.internal.unit.UnitMessage.Happened;
import io.leverage.peer.internal.unit.UnitMessage.PeerEvents;
import io.leverage.peer.internal.unit.UnitMessage.ReadEvents;
import io.leverage.peer.internal.unit.UnitMessage.ReadPeerEvents;
import io.leverage.peer.internal.watch.Event;
import io.leverage.peer.internal.watch.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened on all peers: each keeps its own events for a while, and any can ask for all. */
final class EventReader {
  /** A peer that is frozen must not keep others from being read. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MOST = 10_000;

  private final Roles roles;

  EventReader(Roles roles) {
    this.roles = roles;
  }

  /** Tells what happened here. */
  PeerEvents read(ReadPeerEvents request) {
    EventLog.Found found =
        roles.watch().log().find(request.about(), request.from(), Math.min(MOST, request.most()));
    return new PeerEvents(
        roles.self(),
        roles.context().name(),
        found.next(),
        found.events().stream().map(EventReader::happened).toList());
  }

  /** Tells what happened on all peers; those that don't answer in time are left out. */
  Events readAll(ReadEvents request) {
    Map<String, Long> after =
        request.after().stream().collect(Collectors.toMap(EventsRead::peer, EventsRead::next));
    List<CompletableFuture<UnitMessage>> answers =
        roles.context().mesh().peers().stream()
            .map(
                peer ->
                    ask(
                        peer,
                        new ReadPeerEvents(
                            request.about(), after.getOrDefault(peer.id(), 0L), request.most())))
            .toList();
    return new Events(
        answers.stream()
            .map(CompletableFuture::join)
            .flatMap(
                answer -> answer instanceof PeerEvents events ? Stream.of(events) : Stream.empty())
            .toList());
  }

  private CompletableFuture<UnitMessage> ask(PeerInfo peer, ReadPeerEvents request) {
    return peer.id().equals(roles.self())
        ? CompletableFuture.completedFuture(read(request))
        : roles.units().request(peer.id(), request, PATIENCE);
  }

  private static Happened happened(Event event) {
    return new Happened(
        ChronoUnit.MICROS.between(Instant.EPOCH, event.time()),
        event.kind().label(),
        event.subject(),
        event.epoch(),
        event.text());
  }
}
