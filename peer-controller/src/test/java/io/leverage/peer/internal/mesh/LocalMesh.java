package io.leverage.peer.internal.mesh;

import io.leverage.UnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * A mesh of several peers in one process. A peer can be killed: nothing goes in or out any more.
 */
public final class LocalMesh implements AutoCloseable {
  private final Map<String, Member> members = new ConcurrentSkipListMap<>();
  private final ExecutorService executor = Executors.newCachedThreadPool(LocalMesh::daemon);
  private final ScheduledExecutorService views =
      Executors.newSingleThreadScheduledExecutor(LocalMesh::daemon);

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  /** Adds a peer. It appears in views once it announces itself. */
  public Mesh join(String id) {
    return new Member(id);
  }

  /** Kills a peer; the others get a new view. */
  public void kill(String id) {
    Member dead = members.remove(id);
    if (dead != null) {
      dead.dead = true;
      dead.unanswered().forEach(answer -> answer.completeExceptionally(gone(id)));
      newView();
    }
  }

  /** Takes a peer out of the others' views, as if it were frozen; it is back once it announces. */
  public void part(String id) {
    members.remove(id);
    newView();
  }

  private static UnreachableException gone(String id) {
    return new UnreachableException("peer " + id + " has left the mesh");
  }

  private void newView() {
    List<PeerInfo> peers = members.values().stream().map(member -> member.info).toList();
    members
        .values()
        .forEach(
            member ->
                views.execute(() -> member.listeners.forEach(listener -> listener.accept(peers))));
  }

  @Override
  public void close() {
    executor.shutdownNow();
    views.shutdownNow();
  }

  private final class Member implements Mesh {
    private final String id;
    private final List<Consumer<List<PeerInfo>>> listeners = new ArrayList<>();
    private final List<CompletableFuture<byte[]>> pending = new ArrayList<>();
    private RequestHandler handler =
        (from, request) -> {
          throw new IllegalStateException("no handler yet");
        };
    private volatile PeerInfo info;
    private volatile boolean dead;

    Member(String id) {
      this.id = id;
      this.info = new PeerInfo(id, "name-" + id, 0, 0, ProcessHandle.current().pid());
    }

    synchronized List<CompletableFuture<byte[]>> unanswered() {
      return List.copyOf(pending);
    }

    synchronized void expect(CompletableFuture<byte[]> answer) {
      pending.removeIf(CompletableFuture::isDone);
      pending.add(answer);
    }

    @Override
    public String self() {
      return id;
    }

    @Override
    public List<PeerInfo> peers() {
      return members.values().stream().map(member -> member.info).toList();
    }

    @Override
    public boolean contains(String peer) {
      return members.containsKey(peer);
    }

    @Override
    public void announce(Capacity capacity) {
      info = new PeerInfo(id, info.name(), capacity, info.pid());
      if (!dead && members.putIfAbsent(id, this) == null) {
        newView();
      }
    }

    @Override
    public CompletableFuture<byte[]> request(String peer, byte[] request) {
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      Member receiver = members.get(peer);
      if (receiver == null || dead) {
        answer.completeExceptionally(gone(peer));
        return answer;
      }
      receiver.expect(answer);
      expect(answer);
      executor.execute(
          () -> {
            try {
              answer.complete(receiver.handler.handle(id, request));
            } catch (Exception e) {
              answer.completeExceptionally(e);
            }
          });
      return answer;
    }

    @Override
    public void onRequest(RequestHandler newHandler) {
      handler = newHandler;
    }

    @Override
    public void onView(Consumer<List<PeerInfo>> listener) {
      listeners.add(listener);
    }

    @Override
    public void close() {
      kill(id);
    }
  }
}
