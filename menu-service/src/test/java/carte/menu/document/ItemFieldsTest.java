package carte.menu.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemFieldsTest {

    private static final List<String> PATCHED = Arrays.stream(ItemPatch.Field.values())
            .map(ItemPatch.Field::json).toList();

    @Test
    void areThoseThatAPatchTakes() {
        assertThat(names(ItemFields.class)).containsExactlyElementsOf(PATCHED);
    }

    @Test
    void ofABatchAreTheSameBesideTheId() {
        assertThat(names(ItemFields.OfItem.class)).containsExactlyElementsOf(
                Stream.concat(Stream.of("itemId"), PATCHED.stream()).toList());
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }
}
