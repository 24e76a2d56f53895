package vn.loa.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.common.Texts;

class OwnPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "Tỉnh Cao Bằng,Tỉnh,Cao Bằng,PROVINCE",
        "Thành phố Cần Thơ,Thành phố,Cần Thơ,PROVINCE",
        "Xã Lũng Nặm,Xã,Lũng Nặm,COMMUNE",
        "Cao Bằng,'',Cao Bằng,PROVINCE",
    })
    void aPlaceIsCalledAsTheSettingWritesIt(String written, String kind, String name, String level) {
        var label = Texts.of(Map.of("vi", written, "en", "somewhere"));

        var place = OwnPlace.of("04", label);

        assertThat(place.kind()).isEqualTo(kind);
        assertThat(place.name()).isEqualTo(name);
        assertThat(place.level()).hasToString(level);
        assertThat(place.label()).isEqualTo(label);
        assertThat(place.validTo()).isEmpty();
    }
}
