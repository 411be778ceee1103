package io.leverage.preprocessor.internal.pass;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a method's frame holds and how it is saved: the names of the generated members, and a slot
 * for each local that is live at some safepoint.
 */
final class FrameLayout {
  private final List<Safepoint> safepoints;
  private final List<Local> slots;
  private final boolean isStatic;
  private final String frameName;
  private final String saveName;
  private final String resumeName;

  FrameLayout(Method method, List<Safepoint> safepoints) {
    this.safepoints = safepoints;
    this.isStatic = method.declaration().isStatic();
    String name = method.declaration().getNameAsString();
    Names names = method.names();
    this.frameName =
        names.fresh(Character.toUpperCase(name.charAt(0)) + name.substring(1) + "$Frame");
    this.saveName = names.fresh(name + "$save");
    this.resumeName = names.fresh(name + "$resume");
    SortedSet<String> live = new TreeSet<>();
    safepoints.forEach(each -> live.addAll(each.live()));
    this.slots =
        method.locals().values().stream().filter(each -> live.contains(each.name())).toList();
  }

  List<Safepoint> safepoints() {
    return safepoints;
  }

  List<Local> slots() {
    return slots;
  }

  boolean isStatic() {
    return isStatic;
  }

  String frameName() {
    return frameName;
  }

  String saveName() {
    return saveName;
  }

  String resumeName() {
    return resumeName;
  }

  /**
   * Describes what a frame holds at which safepoint. A method's safepoints may change although its
   * source doesn't: they depend on what its callees do.
   */
  String signature() {
    StringBuilder text = new StringBuilder();
    slots.forEach(each -> text.append(each.erased()).append(' ').append(each.name()).append(';'));
    safepoints.forEach(
        each -> text.append(each.pc()).append(each.resume()).append(each.live()).append(';'));
    return text.toString();
  }

  /** Writes the call that saves the frame at a safepoint. */
  String saveCall(Safepoint at) {
    StringBuilder call = new StringBuilder(saveName).append("(c$, ").append(at.pc());
    if (!isStatic) {
      call.append(", this");
    }
    for (Local slot : slots) {
      call.append(", ").append(at.live().contains(slot.name()) ? value(slot) : nothing(slot));
    }
    return call.append(')').toString();
  }

  private static String value(Local slot) {
    if (slot.source() == null) {
      return slot.name();
    }
    String how = slot.erased().equals("java.util.Iterator") ? "capture" : "entry";
    return Source.fill(
        "(%s) io.leverage.continuation.Iteration.%s(%s, %s)",
        slot.erased(), how, slot.source(), slot.name());
  }

  private static String nothing(Local slot) {
    return switch (slot.type()) {
      case "byte", "short", "char" -> "(" + slot.type() + ") 0";
      default -> slot.defaultValue();
    };
  }
}
