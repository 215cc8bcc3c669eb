package carte.local.demo;

/** Where a restaurant is, in degrees (WGS 84). */
public record Location(double lat, double lon) {}
