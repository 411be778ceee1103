public class Life {
    enum Cell { DEAD('.'), ALIVE('#'); final char c; Cell(char c) { this.c = c; } }
    private Cell[][] grid;
    Life(String... rows) {
        grid = new Cell[rows.length][];
        int r = 0;
        for (String row : rows) { grid[r] = new Cell[row.length()]; for (int i = 0; i < row.length(); i++) grid[r][i] = row.charAt(i) == '#' ? Cell.ALIVE : Cell.DEAD; r++; }
    }
    int neighbours(int r, int c) {
        int n = 0;
        for (int dr = -1; dr <= 1; dr++) for (int dc = -1; dc <= 1; dc++) {
            if (dr == 0 && dc == 0) continue;
            int rr = (r + dr + grid.length) % grid.length, cc = (c + dc + grid[rr].length) % grid[rr].length;
            if (grid[rr][cc] == Cell.ALIVE) ++n;
        }
        return n;
    }
    void step() {
        Cell[][] next = new Cell[grid.length][grid[0].length];
        for (int r = 0; r < grid.length; r++) for (int c = 0; c < grid[r].length; c++) {
            switch (neighbours(r, c)) {
                case 3: next[r][c] = Cell.ALIVE; break;
                case 2: next[r][c] = grid[r][c]; break;
                default: next[r][c] = Cell.DEAD;
            }
        }
        grid = next;
    }
    void show() { for (Cell[] row : grid) { for (Cell c : row) System.out.print(c.c); System.out.println(); } System.out.println("-----"); }
    public static void main(String[] args) {
        Life life = new Life(".#....", "..#...", "###...", "......", "......", "......");
        for (int gen = 0; gen < 6; gen++) { life.show(); life.step(); }
    }
}
