package carte.menu.restaurant;

/** A point on the earth in degrees (WGS 84). */
record Location(double lat, double lon) {}
