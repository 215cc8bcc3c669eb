package carte.gateway.balance;

/** What an instance says of itself when it is asked whether it is ready. */
enum Health {
    UP("is ready"), OUT("says that it is out of service"), SILENT("does not answer");

    private final String text;

    Health(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
