package carte.kit.sighting;

import carte.contracts.event.MenuSighted;

/** Takes what is seen of changes on their way; telling never waits and never fails. */
@FunctionalInterface
public interface Sightings {

    /** Tells of a sighting, which may be lost; cheap, from any thread. */
    void tell(MenuSighted sighting);
}
