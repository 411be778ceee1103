package io.leverage.peer.internal.deploy;

import io.leverage.RefusedException;
import io.leverage.peer.internal.assembly.Uploads;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what comes from this peer's clients. */
final class ClientRequests implements RequestHandler {
  private final Roles roles;
  private final ThreadControl control;
  private final ThreadWatch watch;
  private final Attachments attachments;
  private final Map<Link, Uploads> uploads = new ConcurrentHashMap<>();
  private final Dispatcher dispatcher;

  ClientRequests(
      Roles roles,
      Deployer deployer,
      ThreadControl control,
      ThreadView view,
      ThreadWatch watch,
      Attachments attachments,
      EventReader events) {
    this.roles = roles;
    this.control = control;
    this.attachments = attachments;
    this.watch = watch;
    this.dispatcher =
        new Dispatcher("a peer")
            .on(
                UnitMessage.OfferAssemblies.class,
                offer ->
                    new UnitMessage.MissingAssemblies(roles.assemblies().missing(offer.hashes())))
            .on(UnitMessage.AssemblyChunk.class, Link.class, this::upload)
            .on(
                UnitMessage.OpenComputer.class,
                Link.class,
                (from, request) -> {
                  UnitMessage.ComputerOpened opened = deployer.open(request);
                  attachments.attach(from, opened.computer());
                  return opened;
                })
            .on(UnitMessage.AttachComputer.class, Link.class, this::attach)
            .act(UnitMessage.EnrolWorkers.class, deployer::enrol)
            .on(UnitMessage.CountWorkers.class, deployer::count)
            .act(UnitMessage.CloseComputer.class, deployer::close)
            .on(UnitMessage.StartThread.class, Link.class, this::start)
            .act(UnitMessage.CancelThread.class, control::cancel)
            .act(UnitMessage.MigrateThread.class, control::migrate)
            .on(UnitMessage.DescribeThread.class, request -> view.describe(request.thread()))
            .on(UnitMessage.WatchPartialResults.class, Link.class, this::watch)
            .act(
                UnitMessage.PartialResultsTaken.class,
                taken -> roles.publisher().forgetPartialResults(taken.thread(), taken.next()))
            .on(UnitMessage.ListThreads.class, view::list)
            .on(UnitMessage.ExplainThread.class, view::explain)
            .on(UnitMessage.ReadEvents.class, events::readAll)
            .on(UnitMessage.ListPeers.class, view::peers)
            .on(UnitMessage.ReadGlobal.class, this::read)
            .on(UnitMessage.SwapGlobal.class, this::swap);
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage request) throws Exception {
    return dispatcher.handle(from, request);
  }

  /** Who awaits a thread's end gets its answer then; no thread waits for it here. */
  @Override
  public CompletableFuture<UnitMessage> answer(Link from, UnitMessage request) throws Exception {
    if (request instanceof UnitMessage.AwaitThread end) {
      attach(from, end.thread());
      return watch.await(from, end);
    }
    return CompletableFuture.completedFuture(handle(from, request));
  }

  @Override
  public void closed(Link from) {
    attachments.closed(from);
    uploads.remove(from);
    watch.closed(from);
  }

  private void attach(Link client, String thread) {
    attachments.attach(client, ThreadId.parse(thread).computer());
  }

  /** A closed one is known too: what its threads returned can be had for a while. */
  private UnitMessage attach(Link from, UnitMessage.AttachComputer request) {
    if (roles.computers().find(request.computer()).isEmpty()) {
      throw new RefusedException("no virtual computer has the id " + request.computer());
    }
    attachments.attach(from, request.computer());
    return new UnitMessage.Done();
  }

  private UnitMessage start(Link from, UnitMessage.StartThread request) {
    control.start(request);
    attach(from, request.thread());
    return new UnitMessage.Done();
  }

  private UnitMessage upload(Link from, UnitMessage.AssemblyChunk chunk) {
    byte[] whole = uploads.computeIfAbsent(from, link -> new Uploads()).add(chunk);
    if (whole != null) {
      roles.assemblies().add(chunk.hash(), whole);
    }
    return new UnitMessage.Done();
  }

  private UnitMessage watch(Link from, UnitMessage.WatchPartialResults request) {
    attach(from, request.thread());
    watch.watch(from, request);
    return new UnitMessage.Done();
  }

  private UnitMessage read(UnitMessage.ReadGlobal request) {
    var unused = roles.computers().require(request.computer());
    return roles.globals().read(request);
  }

  private UnitMessage swap(UnitMessage.SwapGlobal request) throws Exception {
    var unused = roles.computers().require(request.computer());
    return roles.watch().update(() -> roles.globals().swap(request));
  }
}
