package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.assembly.Uploads;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers what comes from this peer's clients. */
final class ClientRequests implements RequestHandler {
  private final Roles roles;
  private final ThreadWatch watch;
  private final Map<Link, Uploads> uploads = new ConcurrentHashMap<>();
  private final Dispatcher dispatcher;

  ClientRequests(
      Roles roles, Deployer deployer, ThreadControl control, ThreadView view, ThreadWatch watch) {
    this.roles = roles;
    this.watch = watch;
    this.dispatcher =
        new Dispatcher("a peer")
            .on(
                UnitMessage.OfferAssemblies.class,
                offer ->
                    new UnitMessage.MissingAssemblies(roles.assemblies().missing(offer.hashes())))
            .on(UnitMessage.AssemblyChunk.class, Link.class, this::upload)
            .on(UnitMessage.OpenComputer.class, deployer::open)
            .act(UnitMessage.EnrolWorkers.class, deployer::enrol)
            .on(UnitMessage.CountWorkers.class, deployer::count)
            .act(UnitMessage.CloseComputer.class, deployer::close)
            .act(UnitMessage.StartThread.class, control::start)
            .act(UnitMessage.CancelThread.class, control::cancel)
            .act(UnitMessage.MigrateThread.class, control::migrate)
            .on(UnitMessage.DescribeThread.class, request -> view.describe(request.thread()))
            .on(UnitMessage.AwaitThread.class, Link.class, watch::await)
            .on(UnitMessage.WatchPartialResults.class, Link.class, this::watch)
            .on(UnitMessage.ListThreads.class, view::list)
            .on(UnitMessage.ExplainThread.class, view::explain)
            .on(UnitMessage.ListPeers.class, view::peers)
            .on(UnitMessage.ReadGlobal.class, this::read)
            .on(UnitMessage.SwapGlobal.class, this::swap);
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage request) throws Exception {
    return dispatcher.handle(from, request);
  }

  @Override
  public void closed(Link from) {
    uploads.remove(from);
    watch.closed(from);
  }

  private UnitMessage upload(Link from, UnitMessage.AssemblyChunk chunk) {
    byte[] whole = uploads.computeIfAbsent(from, link -> new Uploads()).add(chunk);
    if (whole != null) {
      roles.assemblies().add(chunk.hash(), whole);
    }
    return new UnitMessage.Done();
  }

  private UnitMessage watch(Link from, UnitMessage.WatchPartialResults request) {
    watch.watch(from, request);
    return new UnitMessage.Done();
  }

  private UnitMessage read(UnitMessage.ReadGlobal request) {
    var unused = roles.computers().require(request.computer());
    return roles.globals().read(request);
  }

  private UnitMessage swap(UnitMessage.SwapGlobal request) {
    var unused = roles.computers().require(request.computer());
    return roles.globals().swap(request);
  }
}
