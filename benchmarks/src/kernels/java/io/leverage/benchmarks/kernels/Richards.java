package io.leverage.benchmarks.kernels;

/**
 * The kernel of a simulated operating system that passes packets between tasks, after Martin
 * Richards: calls that the JIT compiler can't bind to one method.
 */
public final class Richards extends Kernel {
  private static final int IDLE = 0;
  private static final int WORKER = 1;
  private static final int HANDLER_A = 2;
  private static final int HANDLER_B = 3;
  private static final int DEVICE_A = 4;
  private static final int DEVICE_B = 5;
  private static final int TASKS = 6;

  private static final int RUNNABLE = 1;
  private static final int SUSPENDED = 2;
  private static final int HELD = 4;

  private static final class Packet {
    private Packet next;
    private int task;
    private final boolean work;
    private int at;
    private final int[] data = new int[4];

    Packet(Packet next, int task, boolean work) {
      this.next = next;
      this.task = task;
      this.work = work;
    }

    static Packet append(Packet queue, Packet packet) {
      packet.next = null;
      if (queue == null) {
        return packet;
      }
      Packet last = queue;
      while (last.next != null) {
        last = last.next;
      }
      last.next = packet;
      return queue;
    }
  }

  private abstract static class Task {
    private final int id;
    private final int priority;
    private final Task next;
    private Packet queue;
    private int state;

    Task(Scheduler scheduler, int id, int priority, Packet queue) {
      this.id = id;
      this.priority = priority;
      this.queue = queue;
      this.next = scheduler.tasks;
      this.state = queue == null ? SUSPENDED : SUSPENDED | RUNNABLE;
      scheduler.tasks = this;
      scheduler.byId[id] = this;
    }

    abstract Task handle(Scheduler scheduler, Packet packet);

    Task step(Scheduler scheduler) {
      Packet packet = null;
      if (state == (SUSPENDED | RUNNABLE)) {
        packet = queue;
        queue = packet.next;
        state = queue == null ? 0 : RUNNABLE;
      }
      return handle(scheduler, packet);
    }

    boolean isWaiting() {
      return (state & HELD) != 0 || state == SUSPENDED;
    }

    Task accept(Task current, Packet packet) {
      if (queue != null) {
        queue = Packet.append(queue, packet);
        return current;
      }
      queue = packet;
      state |= RUNNABLE;
      return priority > current.priority ? this : current;
    }
  }

  private static final class Idle extends Task {
    private int bits = 1;
    private int left;

    Idle(Scheduler scheduler, int count) {
      super(scheduler, IDLE, 0, null);
      super.state = 0;
      this.left = count;
    }

    @Override
    Task handle(Scheduler scheduler, Packet packet) {
      if (--left == 0) {
        return scheduler.hold();
      }
      if ((bits & 1) == 0) {
        bits >>= 1;
        return scheduler.release(DEVICE_A);
      }
      bits = bits >> 1 ^ 0xD008;
      return scheduler.release(DEVICE_B);
    }
  }

  private static final class Device extends Task {
    private Packet pending;

    Device(Scheduler scheduler, int id, int priority) {
      super(scheduler, id, priority, null);
    }

    @Override
    Task handle(Scheduler scheduler, Packet packet) {
      if (packet != null) {
        pending = packet;
        return scheduler.hold();
      } else if (pending == null) {
        return scheduler.suspend();
      }
      Packet done = pending;
      pending = null;
      return scheduler.send(done);
    }
  }

  private static final class Worker extends Task {
    private int handler = HANDLER_A;
    private int letter;

    Worker(Scheduler scheduler, Packet queue) {
      super(scheduler, WORKER, 1000, queue);
    }

    @Override
    Task handle(Scheduler scheduler, Packet packet) {
      if (packet == null) {
        return scheduler.suspend();
      }
      handler = handler == HANDLER_A ? HANDLER_B : HANDLER_A;
      packet.task = handler;
      packet.at = 0;
      for (int i = 0; i < packet.data.length; i++) {
        letter = letter == 26 ? 1 : letter + 1;
        packet.data[i] = letter;
      }
      return scheduler.send(packet);
    }
  }

  private static final class Handler extends Task {
    private Packet work;
    private Packet devices;

    Handler(Scheduler scheduler, int id, int priority, Packet queue) {
      super(scheduler, id, priority, queue);
    }

    @Override
    Task handle(Scheduler scheduler, Packet packet) {
      if (packet != null) {
        if (packet.work) {
          work = Packet.append(work, packet);
        } else {
          devices = Packet.append(devices, packet);
        }
      }
      if (work == null) {
        return scheduler.suspend();
      }
      Packet current = work;
      if (current.at == current.data.length) {
        work = current.next;
        return scheduler.send(current);
      } else if (devices == null) {
        return scheduler.suspend();
      }
      Packet device = devices;
      devices = device.next;
      device.at = current.data[current.at++];
      return scheduler.send(device);
    }
  }

  private static final class Scheduler {
    private final Task[] byId = new Task[TASKS];
    private Task tasks;
    private Task current;
    private int sent;
    private int held;

    void run() {
      current = tasks;
      while (current != null) {
        current = current.isWaiting() ? current.next : current.step(this);
      }
    }

    Task suspend() {
      current.state |= SUSPENDED;
      return current;
    }

    Task hold() {
      held++;
      current.state |= HELD;
      return current.next;
    }

    Task release(int id) {
      Task task = byId[id];
      task.state &= ~HELD;
      return task.priority > current.priority ? task : current;
    }

    Task send(Packet packet) {
      Task to = byId[packet.task];
      sent++;
      packet.next = null;
      packet.task = current.id;
      return to.accept(current, packet);
    }
  }

  @Override
  public long expected() {
    return 4 * 23_246_009_297L;
  }

  @Override
  public Long call() {
    long sum = 0;
    for (int round = 0; round < rounds(4); round++) {
      Scheduler scheduler = new Scheduler();
      new Idle(scheduler, 10_000);
      new Worker(scheduler, packets(2, WORKER, true));
      new Handler(scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, false));
      new Handler(scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, false));
      new Device(scheduler, DEVICE_A, 4000);
      new Device(scheduler, DEVICE_B, 5000);
      scheduler.run();
      sum += scheduler.sent * 1_000_000L + scheduler.held;
    }
    return sum;
  }

  private static Packet packets(int count, int task, boolean work) {
    Packet queue = null;
    for (int i = 0; i < count; i++) {
      queue = new Packet(queue, task, work);
    }
    return queue;
  }
}
