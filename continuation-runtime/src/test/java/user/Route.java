package user;

import java.util.List;

/** A user's record, in a package that mobile class loaders define themselves. */
public record Route(int stops, double length, String name, List<String> places) {}
