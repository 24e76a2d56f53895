package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Violation;

class PlanContentTest {
    @Test
    void a_document_is_cited_in_a_section_that_the_plan_has() {
        assertThat(faults("""
                "legalBases": [
                    {"reference": "1", "kind": "luat", "relation": "based-on"},
                    {"reference": "2", "kind": "luat", "relation": "based-on", "citedIn": "ii-1"},
                    {"reference": "3", "kind": "luat", "relation": "based-on", "citedIn": "iii"}],
                "sections": [{"title": "Nhiệm vụ", "anchor": "ii-1", "text": "Làm 20 tiểu phẩm."}]
                """)).containsExactly("legalBases[2].citedIn");
    }

    @Test
    void before_a_day_needs_the_day() {
        assertThat(faults("""
                "deliverables": [
                    {"id": "a", "title": {"vi": "A"}, "genre": "tieu-pham", "how": "none", "deadline": "2025-12-31", "dueBefore": true},
                    {"id": "b", "title": {"vi": "B"}, "genre": "tieu-pham", "how": "none", "dueBefore": true}]
                """)).containsExactly("deliverables[1].dueBefore");
    }

    /** The fields at fault in a plan that has these besides what each needs. */
    private static List<String> faults(String these) {
        var json = """
                {"kind": "ke-hoach", "agency": {"code": "cao-bang"}, "level": "province", "subject": "Thử", "summary": {"vi": "Thử"}, "locality": "04", %s}
                """.formatted(these);
        var fields = new JsonFields(Json.createReader(new StringReader(json)).readObject());
        PlanContent.read(fields);
        return catchThrowableOfType(InvalidInput.class, fields::finish).violations().stream()
                .map(Violation::field)
                .toList();
    }
}
