package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.concurrent.locks.ReentrantLock;

/** Writes locks that nobody holds: only whether they are fair. */
final class LockSerializer extends Serializer<ReentrantLock> {
  @Override
  public void write(Kryo kryo, Output output, ReentrantLock lock) {
    if (lock.isLocked()) {
      throw ((GraphKryo) kryo)
          .at()
          .refuse(
              ReentrantLock.class,
              "it is held. Unlock it before the safepoint; threads of one virtual computer share"
                  + " global variables, not locks.");
    }
    output.writeBoolean(lock.isFair());
  }

  @Override
  public ReentrantLock read(Kryo kryo, Input input, Class<? extends ReentrantLock> type) {
    ReentrantLock lock = new ReentrantLock(input.readBoolean());
    kryo.reference(lock);
    return lock;
  }
}
