package vn.loa.common.web;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the description of the API while it is built: says of every refusal that it is a problem, so that no resource has to, and
 * nothing of what has no content.
 * Not used by the running portal.
 */
public class DescribedRefusals implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI description) {
        for (var path : description.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(DescribedRefusals::complete);
        }
    }

    private static void complete(Operation operation) {
        var responses = operation.getResponses();
        if (operation.getSecurity() != null && responses.getAPIResponse("401") == null) {
            responses.addAPIResponse("401", OASFactory.createAPIResponse().description("Nobody is signed in"));
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (isOfNoType(response)) {
                response.setContent(null);
            }
            if (status.startsWith("4") || status.startsWith("5")) {
                refuse(response);
            }
        });
    }

    /** Such as the answer to HEAD. */
    private static boolean isOfNoType(APIResponse response) {
        return response.getContent() != null && response.getContent().hasMediaType("*/*");
    }

    private static void refuse(APIResponse response) {
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            Problem.TYPE.getType() + "/" + Problem.TYPE.getSubtype(),
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        }
    }
}
