package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a method's frame holds and how it is saved: the names of the generated members, and a slot
 * for each local that is live at some safepoint. Values of expressions that are never held at one
 * safepoint share a slot: a method of many calls would else pass all of them at each.
 */
final class FrameLayout {
  private final List<Safepoint> safepoints;
  private final List<Local> locals;
  private final List<FrameSlot> slots;
  private final Map<String, FrameSlot> slotsByLocal = new HashMap<>();
  private final boolean isStatic;
  private final HostKind host;
  private final Map<String, Attribution> captured;
  private final String frameName;
  private final String saveName;
  private final String resumeName;

  FrameLayout(Method method, List<Safepoint> safepoints, HostKind host) {
    this.host = host;
    this.captured = method.captured();
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
    this.locals =
        method.locals().values().stream().filter(each -> live.contains(each.name())).toList();
    this.slots = FrameSlot.allot(locals, safepoints);
    slots.forEach(slot -> slot.locals().forEach(each -> slotsByLocal.put(each.name(), slot)));
  }

  List<Safepoint> safepoints() {
    return safepoints;
  }

  /** Gets the locals that are live at some safepoint. */
  List<Local> locals() {
    return locals;
  }

  List<FrameSlot> slots() {
    return slots;
  }

  /** Gets the slot of a local; null if no safepoint needs it. */
  @Nullable FrameSlot slot(Local local) {
    return slotsByLocal.get(local.name());
  }

  /** Tells whether the frame has a field for the object whose method it is of. */
  boolean hasSelf() {
    return !isStatic && host != HostKind.ANONYMOUS;
  }

  /**
   * Tells whether the generated members can't be static: the frame knows its object as outer one.
   */
  boolean isInner() {
    return !isStatic && host == HostKind.ANONYMOUS;
  }

  boolean isStatic() {
    return isStatic;
  }

  boolean isInInterface() {
    return host == HostKind.INTERFACE;
  }

  /** Notes on the names of captured variables what they are, so that they are renamed with them. */
  void attribute(Statement save) {
    save.walk(
        NameExpr.class,
        name -> {
          Attribution variable = captured.get(name.getNameAsString());
          if (variable != null) {
            name.setData(Attribution.KEY, variable);
          }
        });
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
    slots.forEach(
        each ->
            text.append(each.erased())
                .append(' ')
                .append(each.locals().stream().map(Local::name).toList())
                .append(';'));
    safepoints.forEach(
        each -> text.append(each.pc()).append(each.resume()).append(each.live()).append(';'));
    return text.toString();
  }

  /** Writes the call that saves the frame at a safepoint. */
  String saveCall(Safepoint at) {
    StringBuilder call = new StringBuilder(saveName).append("(c$, ").append(at.pc());
    if (hasSelf()) {
      call.append(", this");
    }
    for (FrameSlot slot : slots) {
      Local held = slot.at(at);
      call.append(", ").append(held == null ? nothing(slot.locals().get(0)) : value(held));
    }
    return call.append(')').toString();
  }

  private static String value(Local local) {
    if (local.source() == null) {
      return local.name();
    }
    String how = local.erased().equals("java.util.Iterator") ? "capture" : "entry";
    return Source.fill(
        "(%s) io.leverage.continuation.Iteration.%s(%s, %s)",
        local.erased(), how, local.source(), local.name());
  }

  private static String nothing(Local local) {
    return switch (local.type()) {
      case "byte", "short", "char" -> "(" + local.type() + ") 0";
      default -> local.defaultValue();
    };
  }
}
