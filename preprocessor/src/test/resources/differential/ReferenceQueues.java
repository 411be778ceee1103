import io.leverage.Checkpointable;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** References that know what they stand for, and the queue that they are put into. */
public final class ReferenceQueues {
  static final class Key extends WeakReference<Object> {
    private final String name;
    private Key next;

    Key(Object referent, String name, ReferenceQueue<Object> queue) {
      super(referent, queue);
      this.name = name;
    }
  }

  static final class Owner {
    private final SoftReference<Owner> self = new SoftReference<>(this);
  }

  @Checkpointable
  public static void main(String[] args) {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    List<Object> held = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Object object = "held " + i;
      held.add(object);
      keys.add(new Key(object, "key" + i, queue));
    }
    keys.get(0).next = keys.get(4);
    WeakReference<Object> plain = new WeakReference<>(held.get(0), queue);
    Owner owner = new Owner();
    keys.get(1).enqueue();
    keys.get(2).enqueue();
    keys.get(3).enqueue();
    System.out.println(((Key) queue.poll()).name);
    T.p("queued");
    for (Key key : keys) {
      System.out.println(key.name + " " + key.get() + " " + key.enqueue() + key.isEnqueued());
      T.p("looked");
    }
    System.out.println((owner.self.get() == owner) + " " + (keys.get(0).next == keys.get(4)));
    System.out.println((plain.get() == held.get(0)) + " " + plain.enqueue() + plain.enqueue());
    for (Reference<?> each = queue.poll(); each != null; each = queue.poll()) {
      System.out.println(each instanceof Key ? ((Key) each).name : "plain");
      T.p("polled");
    }
    System.out.println(held.size() + " " + keys.get(4).get());
  }
}
