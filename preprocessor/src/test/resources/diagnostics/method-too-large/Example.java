class Example implements Runnable {
  static int step(int x) {
    int n = x;
    while (n % 7 != 0) {
      n++;
    }
    return n;
  }

  @Override
  public void run() { //! method-too-large
    long a0 = System.nanoTime();
    long a1 = a0 + 1, a2 = a1 + 1, a3 = a2 + 1, a4 = a3 + 1;
    long a5 = a4 + 1, a6 = a5 + 1, a7 = a6 + 1, a8 = a7 + 1;
    long a9 = a8 + 1, a10 = a9 + 1, a11 = a10 + 1, a12 = a11 + 1;
    long a13 = a12 + 1, a14 = a13 + 1, a15 = a14 + 1, a16 = a15 + 1;
    long a17 = a16 + 1, a18 = a17 + 1, a19 = a18 + 1, a20 = a19 + 1;
    long a21 = a20 + 1, a22 = a21 + 1, a23 = a22 + 1, a24 = a23 + 1;
    long a25 = a24 + 1, a26 = a25 + 1, a27 = a26 + 1, a28 = a27 + 1;
    long a29 = a28 + 1, a30 = a29 + 1, a31 = a30 + 1, a32 = a31 + 1;
    long a33 = a32 + 1, a34 = a33 + 1, a35 = a34 + 1, a36 = a35 + 1;
    long a37 = a36 + 1, a38 = a37 + 1, a39 = a38 + 1, a40 = a39 + 1;
    long a41 = a40 + 1, a42 = a41 + 1, a43 = a42 + 1, a44 = a43 + 1;
    long a45 = a44 + 1, a46 = a45 + 1, a47 = a46 + 1;
    int x = 0;
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    x += step(x) + step(x) + step(x) + step(x) + step(x) + step(x) + step(x);
    System.out.println(x);
    System.out.println(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7);
    System.out.println(a8 + a9 + a10 + a11 + a12 + a13 + a14 + a15);
    System.out.println(a16 + a17 + a18 + a19 + a20 + a21 + a22 + a23);
    System.out.println(a24 + a25 + a26 + a27 + a28 + a29 + a30 + a31);
    System.out.println(a32 + a33 + a34 + a35 + a36 + a37 + a38 + a39);
    System.out.println(a40 + a41 + a42 + a43 + a44 + a45 + a46 + a47);
  }
}
