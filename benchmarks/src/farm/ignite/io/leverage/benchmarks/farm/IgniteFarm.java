package io.leverage.benchmarks.farm;

import java.util.Arrays;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;

/** Server nodes and the program for Apache Ignite, on loopback only. */
public final class IgniteFarm {
  private static final String HOST = "127.0.0.1";

  private IgniteFarm() {}

  /** Arguments: a folder; {@code member} or {@code client}, its port; the ports of all servers. */
  public static void main(String[] args) throws Exception {
    System.setProperty("IGNITE_UPDATE_NOTIFIER", "false");
    System.setProperty("IGNITE_NO_ASCII", "true");
    System.setProperty("IGNITE_QUIET", "true");
    System.setProperty("IGNITE_PERFORMANCE_SUGGESTIONS_DISABLED", "true");
    System.setProperty("java.net.preferIPv4Stack", "true");
    boolean client = args[1].equals("client");
    int port = Integer.parseInt(args[2]);
    List<String> servers = Arrays.asList(args).subList(3, args.length);
    TcpDiscoverySpi discovery = new TcpDiscoverySpi();
    discovery.setLocalAddress(HOST);
    discovery.setLocalPort(port);
    discovery.setLocalPortRange(0);
    discovery.setIpFinder(
        new TcpDiscoveryVmIpFinder()
            .setAddresses(servers.stream().map(server -> HOST + ":" + server).toList()));
    TcpCommunicationSpi communication = new TcpCommunicationSpi();
    communication.setLocalAddress(HOST);
    communication.setLocalPort(port + 1);
    communication.setLocalPortRange(0);
    IgniteConfiguration configuration =
        new IgniteConfiguration()
            .setLocalHost(HOST)
            .setClientMode(client)
            .setWorkDirectory(args[0])
            .setDiscoverySpi(discovery)
            .setCommunicationSpi(communication)
            .setConnectorConfiguration(null)
            .setClientConnectorConfiguration(null)
            .setMetricsLogFrequency(0);
    try (Ignite ignite = Ignition.start(configuration)) {
      if (client) {
        Client.await(servers.size(), () -> ignite.cluster().forServers().nodes().size());
        new Client(ignite.executorService(ignite.cluster().forServers())).serve();
        return;
      }
      System.out.println("ready");
      while (System.in.read() >= 0) {
        // until the program that measures is gone
      }
    }
  }
}
