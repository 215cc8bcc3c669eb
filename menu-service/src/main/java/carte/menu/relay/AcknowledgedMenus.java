package carte.menu.relay;

import carte.contracts.event.CloudEventHeaders;
import carte.contracts.event.EncodedEvent;
import carte.contracts.event.MenuEventCodec;
import carte.contracts.event.MenuSighted;
import carte.contracts.menu.RestaurantId;
import carte.kit.outbox.Acknowledgements;
import carte.kit.sighting.InstanceName;
import carte.kit.sighting.Sightings;
import java.time.Instant;

/** Tells of the changes of a shard that Kafka has, by what their headers say. */
record AcknowledgedMenus(String shard, Sightings sightings, InstanceName instance)
        implements
            Acknowledgements {

    @Override
    public void acknowledged(EncodedEvent event, Instant at) {
        if (MenuEventCodec.MENU_CHANGED.equals(event.headers().get(CloudEventHeaders.TYPE))) {
            sightings.tell(new MenuSighted(
                    new RestaurantId(event.key()),
                    MenuEventCodec.versionOf(event),
                    shard,
                    MenuEventCodec.timeOf(event),
                    MenuSighted.Stage.KAFKA_ACKED,
                    instance.value(),
                    at));
        }
    }
}
