package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.Mail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks whether there is mail for a parked thread, and resumes it then. */
final class Awakening implements Inquirer {
  /** Brings a parked thread back into memory, with its mail. */
  @FunctionalInterface
  interface Resumption {
    void resume(String thread, ParkedThread parked, List<Batch> mail);
  }

  private final String thread;
  private final ParkedThread parked;
  private final Resumption resumption;

  Awakening(String thread, ParkedThread parked, Resumption resumption) {
    this.thread = thread;
    this.parked = parked;
    this.resumption = resumption;
  }

  @Override
  public boolean markWanting(boolean now) {
    return true; // to ask twice does no harm
  }

  @Override
  public UnitMessage inquiry() {
    return new FetchMessages(thread, parked.wanted());
  }

  @Override
  public void answered(@Nullable UnitMessage answer) {
    if (answer instanceof Mail mail && !mail.batches().isEmpty()) {
      resumption.resume(thread, parked, mail.batches());
    }
  }
}
