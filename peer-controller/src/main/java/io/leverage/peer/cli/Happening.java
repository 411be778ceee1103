package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.Happened;
import io.leverage.peer.internal.unit.UnitMessage.PeerEvents;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An event with the peer that saw it, for people and for scripts. */
record Happening(String peer, Happened event) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  static java.util.stream.Stream<Happening> of(PeerEvents events) {
    return events.events().stream().map(event -> new Happening(events.name(), event));
  }

  Instant time() {
    return Instant.EPOCH.plus(event.micros(), ChronoUnit.MICROS);
  }

  boolean isLine() {
    return event.kind().equals("line") || event.kind().equals("error-line");
  }

  /** Such as {@code 12:00:01.000 127.0.0.1:7400 vc-1/walker#2 | a line}. */
  String text() {
    String subject = event.subject() + (event.epoch() == 0 ? "" : "#" + event.epoch());
    return TIME.format(time().atZone(ZoneId.systemDefault()))
        + " "
        + peer
        + " "
        + subject
        + (isLine() ? " | " : " " + event.kind() + ": ")
        + event.text();
  }

  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("time", time().toString());
    object.put("peer", peer);
    object.put("kind", event.kind());
    object.put("subject", event.subject());
    object.put("epoch", event.epoch());
    object.put("text", event.text());
    return object;
  }
}
