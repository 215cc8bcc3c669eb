package carte.local.architecture.wrong.util;

class Things {}
