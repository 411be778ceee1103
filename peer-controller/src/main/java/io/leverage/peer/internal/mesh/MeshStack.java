package io.leverage.peer.internal.mesh;

import io.leverage.peer.PeerAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jgroups.JChannel;

/**
 * The protocol stack of the mesh: TCP ({@link MeshTcp}) between peers that know each other's
 * addresses, and views whose numbers tell the newer one ({@link MeshGms}).
 *
 * <p>A dead process is noticed by its closed connection (FD_SOCK2) within about a second, a frozen
 * host by silence (FD_ALL3) within about six; JGroups' own defaults take 40 s. Meshes that were
 * split find each other again within a few seconds (MERGE3). All that with the usual {@link
 * Patience}. Connections are kept for minutes: a peer that hears the others but is not heard does
 * not know that they have left it out, and goes on with its own. Threads are platform threads, as
 * virtual ones get pinned before JDK 24.
 */
final class MeshStack {
  /** How long a peer looks for others before it is the first: no longer than it needs to. */
  static final long JOIN_MILLIS_ALONE = 500;

  static final long JOIN_MILLIS = 3000;

  private MeshStack() {}

  static JChannel channel(PeerAddress own, List<PeerAddress> join) throws Exception {
    String hosts =
        Stream.concat(Stream.of(own), join.stream())
            .distinct()
            .map(a -> a.loopback().getHostAddress() + "[" + a.port() + "]")
            .collect(Collectors.joining(","));
    String transport =
        String.format(
            Locale.ROOT,
            """
            <%4$s bind_addr="%1$s" bind_port="%2$d" port_range="0" diag.enabled="false"
                 thread_naming_pattern="pl" tcp_nodelay="true" sock_conn_timeout="300ms"
                 bundler_type="transfer-queue" bundler.max_size="64k" use_vthreads="false"
                 thread_pool.min_threads="0" thread_pool.max_threads="200"
                 thread_pool.keep_alive_time="30s"/>
            <RED/>
            <TCPPING initial_hosts="%3$s" port_range="0" async_discovery="true"
                     return_entire_cache="true"/>
            """,
            own.loopback().getHostAddress(),
            own.port(),
            hosts,
            MeshTcp.class.getName());
    return channel(transport, own, join.isEmpty() ? JOIN_MILLIS_ALONE : JOIN_MILLIS);
  }

  /**
   * Puts the mesh's protocols on a transport.
   *
   * @param transport XML of the transport and of how peers find each other on it
   * @param own where this peer is
   * @param joinMillis how long it looks for others before it is the first
   */
  static JChannel channel(String transport, PeerAddress own, long joinMillis) throws Exception {
    String xml =
        String.format(
            Locale.ROOT,
            """
            <config xmlns="urn:org:jgroups">
              %1$s
              <MERGE3 min_interval="%5$d" max_interval="%6$d"/>
              <FD_SOCK2 bind_addr="%2$s" offset="%3$d" port_range="0" suspect_msg_interval="500"/>
              <FD_ALL3 timeout="%7$d" interval="%8$d"/>
              <VERIFY_SUSPECT2 timeout="%9$d"/>
              <pbcast.NAKACK2 use_mcast_xmit="false" xmit_interval="%10$d" xmit_table_num_rows="50"
                   xmit_table_msgs_per_row="1024" xmit_table_max_compaction_time="30s"
                   resend_last_seqno="true"/>
              <UNICAST3 conn_close_timeout="4m" xmit_interval="%10$d" xmit_table_num_rows="50"
                   xmit_table_msgs_per_row="1024" xmit_table_max_compaction_time="30s"/>
              <pbcast.STABLE desired_avg_gossip="5s" max_bytes="1M"/>
              <%11$s print_local_addr="false" join_timeout="%4$d"/>
              <UFC max_credits="4m" min_threshold="0.40"/>
              <MFC max_credits="4m" min_threshold="0.40"/>
              <FRAG4 frag_size="60k"/>
              <%12$s/>
              <FORK/>
            </config>
            """,
            transport,
            own.loopback().getHostAddress(),
            PeerAddress.DETECTOR_OFFSET,
            Patience.millis(joinMillis),
            Patience.millis(1000),
            Patience.millis(3000),
            Patience.millis(6000),
            Patience.millis(1500),
            Patience.millis(500),
            Patience.millis(200),
            MeshGms.class.getName(),
            MeshFence.class.getName());
    JGroupsLog.use();
    return new JChannel(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
