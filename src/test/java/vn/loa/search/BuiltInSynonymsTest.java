package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltInSynonymsTest {
    @Test
    void groups_that_come_with_the_portal_are_told_as_editors_write_them_each_once() {
        assertThat(BuiltInSynonyms.groups())
                .contains("bảo hiểm y tế => bhyt", "tờ rơi, tờ gấp, tờ bướm", "kh, ke hoach")
                .doesNotContain("to roi, to gap, to buom")
                .doesNotHaveDuplicates()
                .allMatch(group -> SynonymTerms.of(group).arrows() < 2);
    }

    @Test
    void an_abbreviation_leads_to_what_it_stands_for_and_a_beginning_to_the_whole() {
        assertThat(BuiltInSynonyms.beginningWith(new Words("bhyt"))).containsExactly("bảo hiểm y tế");
        assertThat(BuiltInSynonyms.beginningWith(new Words("xuat khau"))).containsExactly("xuất khẩu lao động");
        assertThat(BuiltInSynonyms.beginningWith(new Words("học ng"))).containsExactly("học nghề");
        assertThat(BuiltInSynonyms.beginningWith(new Words("ho"))).isEmpty();
        assertThat(BuiltInSynonyms.beginningWith(new Words("khong co"))).isEmpty();
    }
}
