package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "987654321098",
                "matkhau123456",
                "Mật khẩu 2025!!",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "121212121212",
                "qwertyuiop123",
                "P@ssword2024",
                "hagiang@2025",
                "nguyen.hoa.2025",
                "NguyenHoa12345",
                "bientap bientap",
                "abcdefghijkl"
            })
    void what_is_guessed_first_is_no_password(String text) {
        assertThat(NewPassword.isGuessed(text, "nguyen.hoa")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mười hai ký tự",
                "con bò nhà ông Páo",
                "xà phòng trên gác",
                "kho-thoc-3-gian",
                "Tj9#kw2!qLx8",
                "ʻOkina ꞌwaiata lelei"
            })
    void what_somebody_has_thought_of_is_one(String text) {
        assertThat(NewPassword.isGuessed(text, "nguyen.hoa")).isFalse();
    }
}
