package io.leverage.benchmarks.farm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How each system is run: three members on loopback, and the program in a process of its own. */
final class Contenders {
  private static final int MEMBERS = 3;
  private static final String PACKAGE = "io.leverage.benchmarks.farm.";
  private static final int PEER_PORT = 7451;
  private static final int HAZELCAST_PORT = 7501;
  private static final int IGNITE_PORT = 7551;
  private static final int STEP = 10;

  /** What Ignite asks for on Java 17. */
  private static final List<String> OPENED =
      List.of(
          "java.base/jdk.internal.access",
          "java.base/jdk.internal.misc",
          "java.base/sun.nio.ch",
          "java.base/sun.util.calendar",
          "java.management/com.sun.jmx.mbeanserver",
          "jdk.internal.jvmstat/sun.jvmstat.monitor",
          "java.base/sun.reflect.generics.reflectiveObjects",
          "jdk.management/com.sun.management.internal",
          "java.base/java.io",
          "java.base/java.nio",
          "java.base/java.net",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.locks",
          "java.base/java.util.concurrent.atomic",
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.math",
          "java.sql/java.sql",
          "java.base/java.time",
          "java.base/java.text");

  private final Path work;
  private final String java;

  Contenders(Path work) {
    this.work = work;
    this.java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  List<Contender> all(String leverage) {
    return List.of(leverage(leverage), hazelcast(), ignite());
  }

  private Contender leverage(String leverage) {
    List<List<String>> peers = new ArrayList<>();
    for (int port : ports(PEER_PORT)) {
      String first = port == PEER_PORT ? "none" : "127.0.0.1:" + PEER_PORT;
      String data = work.resolve("data").resolve(Integer.toString(port)).toString();
      peers.add(List.of(leverage, "peer", "--port", "" + port, "--join", first, "--data", data));
    }
    String jar = work.resolve("farm.jar").toString();
    return new Contender(
        "Leverage",
        peers,
        List.of(leverage, "run", "--peer", "127.0.0.1:" + PEER_PORT, jar, "" + MEMBERS));
  }

  private Contender hazelcast() {
    List<String> java = java("hazelcast", List.of(), "HazelcastFarm");
    List<String> ports = texts(ports(HAZELCAST_PORT));
    return new Contender(
        "Hazelcast",
        ports.stream().map(port -> join(join(java, List.of("member", port)), ports)).toList(),
        join(join(java, List.of("client")), ports));
  }

  private Contender ignite() {
    List<String> opens =
        OPENED.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED").toList();
    List<String> java = java("ignite", opens, "IgniteFarm");
    List<String> ports = texts(ports(IGNITE_PORT));
    List<List<String>> servers =
        ports.stream()
            .map(port -> join(join(java, List.of(work + "/ignite-" + port, "member", port)), ports))
            .toList();
    String own = Integer.toString(IGNITE_PORT + MEMBERS * STEP);
    return new Contender(
        "Ignite",
        servers,
        join(join(java, List.of(work + "/ignite-" + own, "client", own)), ports));
  }

  private List<String> java(String system, List<String> options, String main) {
    String path = work.resolve("classes").resolve(system) + ":" + work.resolve("jars") + "/*";
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(List.of("-Xmx512m", "-cp", path, PACKAGE + main));
    return command;
  }

  private static List<Integer> ports(int first) {
    return IntStream.range(0, MEMBERS).mapToObj(i -> first + i * STEP).toList();
  }

  private static List<String> texts(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).toList();
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
