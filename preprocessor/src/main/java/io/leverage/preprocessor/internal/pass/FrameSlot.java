package io.leverage.preprocessor.internal.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a frame.
 *
 * @param locals the locals that it holds, at most one of them at each safepoint; all are of the
 *     same erased type
 */
record FrameSlot(List<Local> locals) {
  /**
   * Gives locals their slots, in order. A variable of the user's has its own, which bears its name;
   * a value of an expression takes the first slot of its type that is free at all its safepoints.
   */
  static List<FrameSlot> allot(List<Local> locals, List<Safepoint> safepoints) {
    Map<String, List<Safepoint>> stops = new HashMap<>();
    for (Safepoint stop : safepoints) {
      stop.live().forEach(each -> stops.computeIfAbsent(each, n -> new ArrayList<>()).add(stop));
    }
    List<FrameSlot> slots = new ArrayList<>();
    Map<String, List<FrameSlot>> shared = new HashMap<>();
    for (Local local : locals) {
      if (!local.isTemporary()) {
        slots.add(new FrameSlot(List.of(local)));
        continue;
      }
      List<FrameSlot> ofType = shared.computeIfAbsent(local.erased(), type -> new ArrayList<>());
      List<Safepoint> mine = stops.getOrDefault(local.name(), List.of());
      FrameSlot free =
          ofType.stream()
              .filter(slot -> mine.stream().allMatch(stop -> slot.at(stop) == null))
              .findFirst()
              .orElse(null);
      if (free == null) {
        free = new FrameSlot(new ArrayList<>());
        ofType.add(free);
        slots.add(free);
      }
      free.locals().add(local);
    }
    return slots;
  }

  /** Gets the name of the field. */
  String name() {
    String name = locals.get(0).name();
    return name.equals("pc") ? "local$pc" : name;
  }

  /** Gets the erased type as source text. */
  String erased() {
    return locals.get(0).erased();
  }

  /** Gets the local that it holds at a safepoint; null if it holds none. */
  @Nullable Local at(Safepoint stop) {
    for (Local each : locals) {
      if (stop.live().contains(each.name())) {
        return each;
      }
    }
    return null;
  }
}
