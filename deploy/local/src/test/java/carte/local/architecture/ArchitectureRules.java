package carte.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What may depend on what, below a root package. */
final class ArchitectureRules {

    private static final List<String> SERVICES = List.of("menu", "order", "invalidator", "gateway");

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    List<ArchRule> all() {
        return Stream.concat(
                SERVICES.stream().map(this::serviceKnowsNoOther),
                Stream.of(
                        packagesFormNoCircle(),
                        contractsStandAlone(),
                        contractsKnowNoFramework(),
                        kitKnowsNoService(),
                        productStartsNoTestServers(),
                        everyPackageIsNullMarked(),
                        packagesHaveTellingNames(),
                        nobodyWaitsWithoutEnd(),
                        servicesPrintNothing()))
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }

    private ArchRule serviceKnowsNoOther(String service) {
        String[] others = SERVICES.stream().filter(other -> !other.equals(service))
                .map(this::below).toArray(String[]::new);
        return noClasses().that().resideInAPackage(below(service))
                .should().dependOnClassesThat().resideInAnyPackage(others)
                .as("the " + service + " service knows no other service");
    }

    private ArchRule packagesFormNoCircle() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles()
                .as("packages form no circle");
    }

    private ArchRule contractsStandAlone() {
        return noClasses().that().resideInAPackage(below("contracts"))
                .should().dependOnClassesThat().resideInAnyPackage(
                        below("kit"), below("embedded"), below("local"), below("menu"),
                        below("order"), below("invalidator"), below("gateway"))
                .as("contracts depend on no other module");
    }

    private ArchRule contractsKnowNoFramework() {
        return noClasses().that().resideInAPackage(below("contracts"))
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.springframework..", "reactor.netty..", "io.lettuce..", "io.r2dbc..")
                .as("contracts know no framework");
    }

    private ArchRule kitKnowsNoService() {
        return noClasses().that().resideInAPackage(below("kit"))
                .should().dependOnClassesThat().resideInAnyPackage(
                        SERVICES.stream().map(this::below).toArray(String[]::new))
                .as("the service kit knows no service");
    }

    private ArchRule productStartsNoTestServers() {
        return noClasses().that().resideInAnyPackage(product())
                .should().dependOnClassesThat().resideInAnyPackage(
                        below("embedded"), below("local"))
                .as("services start no embedded servers");
    }

    private ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("be in a package that is @NullMarked") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked,
                        type.getPackageName() + " is not @NullMarked"));
            }
        }).as("every package is @NullMarked");
    }

    private ArchRule packagesHaveTellingNames() {
        return noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..",
                "..impl..", "..manager..", "..helper..", "..misc..")
                .as("packages have telling names");
    }

    private ArchRule nobodyWaitsWithoutEnd() {
        return noClasses().should().callMethod(Mono.class, "block")
                .orShould().callMethod(Flux.class, "blockFirst")
                .orShould().callMethod(Flux.class, "blockLast")
                .as("nobody waits without an end");
    }

    private ArchRule servicesPrintNothing() {
        return noClasses().that().resideInAnyPackage(product())
                .should(ACCESS_STANDARD_STREAMS)
                .as("services log and do not print");
    }

    private String[] product() {
        return Stream.concat(Stream.of("contracts", "kit"), SERVICES.stream())
                .map(this::below).toArray(String[]::new);
    }

    private String below(String module) {
        return root + "." + module + "..";
    }
}
