import java.util.*;
public class Dijkstra {
    static class Edge { final int to, w; Edge(int to, int w) { this.to = to; this.w = w; } }
    static class Node implements Comparable<Node> { int v; long d; Node(int v, long d) { this.v = v; this.d = d; } public int compareTo(Node o) { return Long.compare(d, o.d); } }
    @SuppressWarnings("unchecked")
    public static void main(String[] args) {
        int n = 40; Random rnd = new Random(42);
        List<Edge>[] g = new List[n];
        for (int i = 0; i < n; i++) g[i] = new ArrayList<>();
        for (int i = 0; i < 120; i++) { int a = rnd.nextInt(n), b = rnd.nextInt(n); g[a].add(new Edge(b, 1 + rnd.nextInt(20))); }
        long[] dist = new long[n]; int[] prev = new int[n]; Arrays.fill(dist, Long.MAX_VALUE); Arrays.fill(prev, -1); dist[0] = 0;
        PriorityQueue<Node> pq = new PriorityQueue<>(); pq.add(new Node(0, 0));
        while (!pq.isEmpty()) {
            Node cur = pq.poll();
            if (cur.d > dist[cur.v]) continue;
            for (Edge e : g[cur.v]) { long nd = cur.d + e.w; if (nd < dist[e.to]) { dist[e.to] = nd; prev[e.to] = cur.v; pq.offer(new Node(e.to, nd)); } }
        }
        for (int i = 0; i < n; i++) { Deque<Integer> path = new ArrayDeque<>(); for (int v = i; v != -1; v = prev[v]) path.push(v); System.out.println(i + " " + (dist[i] == Long.MAX_VALUE ? "unreachable" : dist[i] + " " + path)); }
    }
}
