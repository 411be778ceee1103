package io.leverage.faults.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Machines made of network namespaces: each has one cable to a bridge in a namespace of its own, so
 * nothing of the host's network is touched. Needs root and the tool {@code ip}.
 *
 * <p>A peer binds loopback addresses only; so these machines have addresses of 127.77.0.0/24 on
 * their cables, which Linux allows with {@code route_localnet}.
 */
public final class Namespaces implements Network {
  private static final String CABLE = "eth0";
  private static final String WHOLE = "whole";
  private static final String NOBODY = "02:00:00:00:00:99";

  private static final AtomicInteger MADE = new AtomicInteger();

  private final String name =
      "lf"
          + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX)
          + "n"
          + MADE.getAndIncrement();
  private final int machines;
  private final Set<Integer> slowed = new HashSet<>();
  private boolean split;

  private Namespaces(int machines) {
    this.machines = machines;
  }

  /** Tells whether this user can make them. */
  public static boolean canBeMade() {
    String probe = "lfp" + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);
    boolean made = Commands.succeeds("ip", "netns", "add", probe);
    return made && Commands.succeeds("ip", "netns", "del", probe);
  }

  /** Makes so many machines. */
  public static Namespaces of(int machines) {
    Namespaces made = new Namespaces(machines);
    try {
      made.make();
      return made;
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
  }

  private void make() {
    Commands.run("ip", "netns", "add", hub());
    hub("ip", "link", "set", "lo", "up");
    bridge(WHOLE);
    for (int machine = 0; machine < machines; machine++) {
      String host = space(machine);
      Commands.run("ip", "netns", "add", host);
      Commands.run(
          "ip",
          "link",
          "add",
          "name",
          port(machine),
          "netns",
          hub(),
          "type",
          "veth",
          "peer",
          "name",
          CABLE,
          "netns",
          host);
      hub("ip", "link", "set", port(machine), "master", WHOLE, "up");
      in(machine, "ip", "link", "set", "lo", "up");
      in(machine, "ip", "addr", "del", "127.0.0.1/8", "dev", "lo");
      in(machine, "ip", "addr", "add", "127.0.0.1/32", "dev", "lo");
      for (String device : List.of("all", CABLE)) {
        in(machine, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/" + device + "/route_localnet");
      }
      in(machine, "ip", "addr", "add", host(machine) + "/24", "dev", CABLE);
      in(machine, "ip", "link", "set", CABLE, "up");
    }
  }

  @Override
  public String host(int machine) {
    return "127.77.0." + (machine + 1);
  }

  @Override
  public List<String> on(int machine) {
    return List.of("ip", "netns", "exec", space(machine));
  }

  @Override
  public boolean canFail() {
    return true;
  }

  @Override
  public void cut(int machine) {
    hub("ip", "link", "set", port(machine), "nomaster");
  }

  @Override
  public void split(Set<Integer> side) {
    bridge("half");
    split = true;
    for (int machine : side) {
      hub("ip", "link", "set", port(machine), "master", "half");
    }
  }

  @Override
  public void mute(int machine) {
    for (int other = 0; other < machines; other++) {
      if (other != machine) { // what it sends goes to a machine that isn't there
        in(
            machine,
            "ip",
            "neigh",
            "replace",
            host(other),
            "lladdr",
            NOBODY,
            "dev",
            CABLE,
            "nud",
            "permanent");
      }
    }
  }

  @Override
  public void slow(int machine, int kilobits) {
    slowed.add(machine);
    String rate = String.format(Locale.ROOT, "%dkbit", kilobits);
    List<String> shape = List.of("root", "tbf", "rate", rate, "burst", "16kb", "latency", "400ms");
    hub(with(List.of("tc", "qdisc", "replace", "dev", port(machine)), shape));
    in(machine, with(List.of("tc", "qdisc", "replace", "dev", CABLE), shape));
  }

  @Override
  public void heal() {
    for (int machine = 0; machine < machines; machine++) {
      hub("ip", "link", "set", port(machine), "master", WHOLE);
      in(machine, "ip", "neigh", "flush", "dev", CABLE, "nud", "permanent");
    }
    if (split) {
      hub("ip", "link", "del", "half");
      split = false;
    }
    for (int machine : slowed) {
      hub("tc", "qdisc", "del", "dev", port(machine), "root");
      in(machine, "tc", "qdisc", "del", "dev", CABLE, "root");
    }
    slowed.clear();
  }

  @Override
  public void close() {
    for (int machine = 0; machine < machines; machine++) {
      var unused = Commands.succeeds("ip", "netns", "del", space(machine));
    }
    var unused = Commands.succeeds("ip", "netns", "del", hub());
  }

  private void bridge(String bridge) {
    hub("ip", "link", "add", "name", bridge, "type", "bridge");
    hub("ip", "link", "set", bridge, "type", "bridge", "stp_state", "0", "forward_delay", "0");
    hub("ip", "link", "set", bridge, "up");
  }

  private String hub() {
    return name + "hub";
  }

  private String space(int machine) {
    return name + "m" + machine;
  }

  private static String port(int machine) {
    return "port" + machine;
  }

  private void hub(String... command) {
    Commands.run(with(List.of("ip", "netns", "exec", hub()), List.of(command)));
  }

  private void in(int machine, String... command) {
    Commands.run(with(on(machine), List.of(command)));
  }

  private static String[] with(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all.toArray(new String[0]);
  }
}
