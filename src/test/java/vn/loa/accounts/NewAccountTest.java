package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;

/** Names and passwords of new accounts, as they are sent. */
class NewAccountTest {
    private static final String PASSWORD = "mười hai chữ cái";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ngắn quá"})
    void aPasswordThatIsEmptyOrTooShortIsNone(String password) {
        assertThat(wrong("bientap2", password)).containsExactly("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "có dấu", "-"})
    void aNameThatIsEmptyOrHasOtherLettersIsNone(String username) {
        assertThat(wrong(username, PASSWORD)).containsExactly("username");
    }

    @Test
    void whatIsMissingIsToldOnce() {
        var fields = new JsonFields(Json.createObjectBuilder().build());
        NewAccount.read(fields);
        assertThat(violated(fields)).containsExactlyInAnyOrder("username", "password");
    }

    private static List<String> wrong(String username, String password) {
        var fields = new JsonFields(Json.createObjectBuilder()
                .add("username", username)
                .add("password", password)
                .build());
        NewAccount.read(fields);
        return violated(fields);
    }

    private static List<String> violated(JsonFields fields) {
        var refused = new InvalidInput[1];
        assertThatThrownBy(fields::finish).isInstanceOfSatisfying(InvalidInput.class, invalid -> refused[0] = invalid);
        return refused[0].violations().stream()
                .map(violation -> violation.field())
                .toList();
    }
}
