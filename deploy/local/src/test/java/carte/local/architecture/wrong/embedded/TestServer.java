package carte.local.architecture.wrong.embedded;

/** Stands for a server that only tests start. */
public class TestServer {}
