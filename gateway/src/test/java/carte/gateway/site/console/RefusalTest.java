package carte.gateway.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import carte.gateway.site.ApiAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class RefusalTest {

    @ParameterizedTest
    @CsvSource({"/sections/0/items/1/price, Ofada rice, console.field.price",
            "/sections/1, Soups, ''", "/modifierGroups/0/options/1/max, Fish, console.field.max",
            "/currency, '', console.field.currency", "/sections/9/items/9, '', ''", "'', '', ''"})
    void namesThePartThatIsWrong(String pointer, String part, String field) {
        Refusal refusal = Refusal.of(answer("""
                {"type": "urn:problem:carte:invalid-content", "detail": "1 fault was found",
                 "errors": [{"pointer": "%s", "detail": "expected another"}]}"""
                .formatted(pointer)), MamaPut.menu());

        assertThat(refusal.message()).isEqualTo("console.problem.invalid");
        assertThat(refusal.faults())
                .containsExactly(new Refusal.Fault(part, field, "expected another"));
    }

    @Test
    void saysWhatTheApiSaysWhereNoPartIsWrong() {
        Refusal refusal = Refusal.of(answer("""
                {"type": "urn:problem:carte:schedule-full", "detail": "no more"}"""), null);

        assertThat(refusal).isEqualTo(Refusal.because("console.problem.schedule-full",
                new Refusal.Fault("", "", "no more")));
    }

    @Test
    void anAnswerWithoutAProblemIsARefusalToo() {
        assertThat(Refusal.of(answer("{}"), null))
                .isEqualTo(Refusal.because("console.notice.refused"));
    }

    private static ApiAnswer answer(String body) {
        return new ApiAnswer(422, new HttpHeaders(), MamaPut.json(body));
    }
}
