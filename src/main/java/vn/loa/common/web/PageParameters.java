package vn.loa.common.web;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;

/** Which page of a list a request names, as it stands in its address. */
public class PageParameters {
    @QueryParam("page")
    @Parameter(
            description = "Which page, from 1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "1"))
    private @Nullable String page;

    @QueryParam("size")
    @Parameter(
            description = "How many items a page holds",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
    private @Nullable String size;

    /** @throws InvalidInput as {@link PageQuery#of} */
    public PageQuery query() {
        return PageQuery.of(page, size);
    }

    /** Of a list that is best had at once. @throws InvalidInput as {@link PageQuery#of} */
    public PageQuery ofMost() {
        return PageQuery.ofMost(page, size);
    }
}
