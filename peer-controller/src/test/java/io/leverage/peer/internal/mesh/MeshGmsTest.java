package io.leverage.peer.internal.mesh;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.PeerAddress;
import io.leverage.peer.TestPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.ObjectMessage;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.ViewId;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
final class MeshGmsTest {
  /** A member, the views that it had, and what others said to it. */
  private record Member(PeerAddress peer, JChannel channel, List<View> views, List<String> heard) {
    Address self() {
      return channel.getAddress();
    }

    View last() {
      return channel.getView();
    }
  }

  /** The last view of a coordinator that dies may reach some members only. */
  @Test
  void whatTheNextCoordinatorSaysIsNewerThanWhatTheDeadOneSaid() throws Exception {
    InMemoryMesh mesh = new InMemoryMesh();
    List<Member> all = joined(mesh, 4);
    Member first = all.get(0);
    Member next = all.get(1);
    Member other = all.get(2);

    GMS gms = other.channel().getProtocolStack().findProtocol(GMS.class);
    gms.installView(
        new View(
            new ViewId(first.self(), first.last().getViewId().getId() + 1),
            List.of(first.self(), next.self(), other.self())));
    mesh.kill(all.get(3).peer());
    mesh.kill(first.peer());

    eventually(
        "the two that remain agree",
        () -> next.last().size() == 2 && other.last().equals(next.last()));
    assertThat(other.views())
        .containsAll(
            next.views().stream()
                .filter(view -> view.getViewId().getCreator().equals(next.self()))
                .toList());
    next.channel().close();
    other.channel().close();
  }

  /**
   * Where all but the coordinator answer, JGroups begins a new mesh if the address is the lowest.
   */
  @Test
  void whoJoinsWhileTheCoordinatorIsDeadJoinsTheNextOnes() throws Exception {
    InMemoryMesh mesh = new InMemoryMesh();
    Member first = join(mesh, List.of());
    Member next = join(mesh, List.of(first));
    GMS gms = next.channel().getProtocolStack().findProtocol(GMS.class);
    mesh.kill(first.peer());
    gms.installView(
        new View(
            new ViewId(first.self(), next.last().getViewId().getId() + 1),
            List.of(first.self(), next.self()))); // it has not noticed

    Member joined = join(mesh, List.of(next), new UUID(Long.MIN_VALUE, Long.MIN_VALUE));

    assertThat(joined.views()).extracting(View::size).containsOnly(2);
    joined.channel().close();
    next.channel().close();
  }

  /** Without being told it would see the others, who have left it, for as long as it hears them. */
  @Test
  void whomTheOthersDoNotHearLearnsThatTheyHaveLeftIt() throws Exception {
    InMemoryMesh mesh = new InMemoryMesh();
    List<Member> all = joined(mesh, 3);

    mesh.cut(List.of(all.get(2).peer()), false);

    eventually("it sees only itself", () -> all.get(2).last().size() == 1);
    assertThat(all.get(0).last().size()).isEqualTo(2);
    mesh.heal();
    eventually("all see all again", () -> all.stream().allMatch(each -> each.last().size() == 3));
    all.forEach(each -> each.channel().close());
  }

  /** {@link MeshFence} lets through what was said in a view that both have. */
  @Test
  void whomAMemberHasLeftItHearsAgainWhenTheyHaveMet() throws Exception {
    InMemoryMesh mesh = new InMemoryMesh();
    List<Member> all = joined(mesh, 3);
    Member first = all.get(0);
    Member one = all.get(1);
    Member left = all.get(2);
    GMS gms = one.channel().getProtocolStack().findProtocol(GMS.class);
    gms.installView(
        new View(
            new ViewId(first.self(), first.last().getViewId().getId() + 1),
            List.of(first.self(), one.self())));

    left.channel().send(new ObjectMessage(one.self(), "early"));
    eventually(
        "they have met",
        () ->
            one.last().size() == 3
                && all.stream().allMatch(each -> each.last().equals(one.last())));
    left.channel().send(new ObjectMessage(one.self(), "late"));

    eventually("it is heard again", () -> one.heard().contains("late"));
    assertThat(one.heard()).containsExactly("late");
    all.forEach(each -> each.channel().close());
  }

  private static List<Member> joined(InMemoryMesh mesh, int count) throws Exception {
    List<Member> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(join(mesh, all));
    }
    eventually("all see all", () -> all.stream().allMatch(each -> each.last().size() == count));
    return all;
  }

  private static Member join(InMemoryMesh mesh, List<Member> others) throws Exception {
    return join(mesh, others, null);
  }

  private static Member join(InMemoryMesh mesh, List<Member> others, Address address)
      throws Exception {
    PeerAddress peer = TestPorts.free();
    JChannel channel = mesh.join(peer, others.stream().map(Member::peer).toList()).channel();
    if (address != null) {
      channel.addAddressGenerator(() -> address);
    }
    List<View> views = new CopyOnWriteArrayList<>();
    List<String> heard = new CopyOnWriteArrayList<>();
    channel.setReceiver(
        new Receiver() {
          @Override
          public void viewAccepted(View view) {
            views.add(view);
          }

          @Override
          public void receive(Message message) {
            heard.add(message.getObject());
          }
        });
    channel.connect("mesh");
    return new Member(peer, channel, views, heard);
  }
}
