package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodedTest {
    private enum Wind implements Coded {
        NORTH,
        SOUTH_WEST
    }

    @Test
    void aCodeIsTheNameAsTheApiWritesIt() {
        assertThat(Wind.SOUTH_WEST.code()).isEqualTo("south-west");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenReadsBackTheSame(Wind wind) {
        assertThat(Coded.of(Wind.class, wind.code())).isEqualTo(wind);
    }

    @Test
    void aCodeThatNobodyHasIsNamed() {
        assertThatThrownBy(() -> Coded.of(Wind.class, "SOUTH_WEST"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"SOUTH_WEST\" is the code of no Wind");
    }
}
