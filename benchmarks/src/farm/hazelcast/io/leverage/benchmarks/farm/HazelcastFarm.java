package io.leverage.benchmarks.farm;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.Arrays;

/** Members and the program for Hazelcast, on loopback only. */
public final class HazelcastFarm {
  private static final String HOST = "127.0.0.1";

  private HazelcastFarm() {}

  /** Arguments: {@code member PORT} or {@code client}, then the ports of all members. */
  public static void main(String[] args) throws Exception {
    System.setProperty("hazelcast.logging.type", "none");
    System.setProperty("hazelcast.phone.home.enabled", "false");
    System.setProperty("hazelcast.socket.bind.any", "false");
    System.setProperty("java.net.preferIPv4Stack", "true");
    if (args[0].equals("member")) {
      member(Integer.parseInt(args[1]), Arrays.copyOfRange(args, 2, args.length));
    } else {
      client(Arrays.copyOfRange(args, 1, args.length));
    }
  }

  private static void member(int port, String[] ports) throws Exception {
    Config config = new Config();
    config.getMetricsConfig().setEnabled(false);
    NetworkConfig network = config.getNetworkConfig();
    network.setPort(port).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(HOST);
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true);
    for (String other : ports) {
      join.getTcpIpConfig().addMember(HOST + ":" + other);
    }
    HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // until the program that measures is gone
    }
    member.getLifecycleService().terminate();
  }

  private static void client(String[] ports) throws Exception {
    ClientConfig config = new ClientConfig();
    config.getNetworkConfig().getAutoDetectionConfig().setEnabled(false);
    for (String port : ports) {
      config.getNetworkConfig().addAddress(HOST + ":" + port);
    }
    HazelcastInstance client = HazelcastClient.newHazelcastClient(config);
    Client.await(ports.length, () -> client.getCluster().getMembers().size());
    new Client(client.getExecutorService("farm")).serve();
    client.shutdown();
  }
}
