package vn.loa.accounts.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import vn.loa.accounts.AccountChange;
import vn.loa.accounts.AccountChange.Done;
import vn.loa.accounts.AccountChange.LastAdministrator;
import vn.loa.accounts.AccountChange.Stale;
import vn.loa.accounts.AccountChange.Taken;
import vn.loa.accounts.AccountView;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;

/** How an account is answered: kept by nobody, with its version as its entity tag. */
final class AccountAnswers {
    private AccountAnswers() {}

    static Response of(AccountChange change, ResponseBuilder success) {
        if (change instanceof Done done) {
            return with(success, done.account());
        }
        if (change instanceof Taken) {
            return Problem.of(409, "Another account has this name");
        }
        if (change instanceof LastAdministrator) {
            return Problem.of(409, "Nobody else administers the whole portal; make somebody an administrator first");
        }
        return change instanceof Stale
                ? Problem.of(412, "Somebody else has changed it since; read it again")
                : unknown();
    }

    static Response unknown() {
        return Problem.of(404, "There is no account of this name");
    }

    static Response with(ResponseBuilder answer, AccountView account) {
        return answer.entity(account)
                .tag(Versions.tag(account.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response throttled(Duration pause) {
        return Response.fromResponse(Problem.of(429, "There were too many attempts; come again later"))
                .header(HttpHeaders.RETRY_AFTER, pause.toSeconds() + 1)
                .build();
    }
}
