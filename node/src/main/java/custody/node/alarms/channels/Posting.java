package custody.node.alarms.channels;

import custody.node.alarms.channels.Channel.Failure;
import custody.node.alarms.channels.Channel.NotTaken;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** One HTTP POST that is taken with a 2xx; redirects are not followed, what is answered is not read. */
final class Posting {
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    void post(HttpRequest request) throws NotTaken {
        int status;
        try {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException late) {
            throw new NotTaken(Failure.TIMEOUT);
        } catch (IOException gone) {
            throw new NotTaken(Failure.UNREACHABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotTaken(Failure.TIMEOUT);
        }
        if (status == 401 || status == 403) {
            throw new NotTaken(Failure.NOT_AUTHENTICATED);
        }
        if (status == 429 || status >= 500) {
            throw new NotTaken(Failure.BUSY);
        }
        if (status < 200 || status > 299) {
            throw new NotTaken(Failure.REFUSED);
        }
    }
}
