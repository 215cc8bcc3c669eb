package carte.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final String WRONG = "carte.local.architecture.wrong";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("carte");

    private static final JavaClasses WRONG_CODE = new ClassFileImporter().importPackages(WRONG);

    static List<ArchRule> rules() {
        return new ArchitectureRules("carte").all();
    }

    static List<ArchRule> rulesForWrongCode() {
        return new ArchitectureRules(WRONG).all().stream()
                // The wrong code has the other two services only.
                .filter(rule -> !rule.getDescription().matches("the (invalidator|gateway) .*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rulesForWrongCode")
    void canBeBroken(ArchRule rule) {
        assertThat(rule.evaluate(WRONG_CODE).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts", "kit", "menu", "order", "invalidator", "gateway",
            "embedded",
            "local"})
    void looksAtModule(String module) {
        assertThat(PRODUCT).anyMatch(type -> type.getPackageName().startsWith("carte." + module));
    }

    @Test
    void leavesTestsAlone() {
        assertThat(PRODUCT).noneMatch(type -> type.getPackageName().startsWith(WRONG));
    }
}
