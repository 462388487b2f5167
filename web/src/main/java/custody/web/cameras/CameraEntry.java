package custody.web.cameras;

import custody.video.camera.Camera;
import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.AccountChange;
import custody.video.camera.Cameras.Wanted;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.web.components.ErrorLink;
import custody.web.forms.Plain;
import custody.web.forms.Typed;
import custody.web.session.Visit;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a camera from what was typed; every mistake is named beside its field, and nothing is saved then. */
final class CameraEntry {
    private final Visit visit;
    private final Typed typed;
    private final CameraAddresses allowed;
    private final List<ErrorLink> errors = new ArrayList<>();

    CameraEntry(Visit visit, Typed typed, CameraAddresses allowed) {
        this.visit = visit;
        this.typed = typed;
        this.allowed = allowed;
    }

    List<ErrorLink> errors() {
        return errors;
    }

    /** The camera that was typed; empty where {@link #errors} say why not. */
    Optional<Wanted> read() {
        Optional<CameraId> id = id();
        boolean room = visit.facility().rooms().stream()
                .anyMatch(one -> one.code().code().equals(typed.one("room")));
        if (!room) {
            wrong("room", "cameras.room-needed");
        }
        if (!Plain.said(typed.one("name"), 80)) {
            wrong("name", "cameras.name-form");
        }
        if (!Plain.fits(typed.one("direction"), 200)) {
            wrong("direction", "cameras.direction-form");
        }
        Map<StreamKind, StreamAddress> streams = new EnumMap<>(StreamKind.class);
        address("address").ifPresent(main -> streams.put(StreamKind.MAIN, main));
        if (!typed.one("second").isBlank()) {
            address("second").ifPresent(sub -> streams.put(StreamKind.SUB, sub));
        }
        AccountChange account = account();
        if (!errors.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wanted(
                id.get(),
                visit.facility().code().code(),
                typed.one("room"),
                typed.one("name").strip(),
                typed.one("aim").equals("door") ? Camera.Aim.DOOR : Camera.Aim.ROOM,
                typed.one("direction").strip(),
                streams,
                account,
                typed.one("used").equals("true")));
    }

    private Optional<CameraId> id() {
        try {
            return Optional.of(new CameraId(typed.one("id").strip()));
        } catch (IllegalArgumentException unreadable) {
            wrong("id", "cameras.id-form");
            return Optional.empty();
        }
    }

    private Optional<StreamAddress> address(String field) {
        return switch (StreamAddress.parse(typed.one(field).strip())) {
            case StreamAddress.Parsed.Refused(var why) -> {
                wrong(field, "cameras.refused." + word(why));
                yield Optional.empty();
            }
            case StreamAddress.Parsed.Accepted(var address) ->
                switch (allowed.check(address, InetAddress::getAllByName)) {
                    case CameraAddresses.Checked.Allowed _ -> Optional.of(address);
                    case CameraAddresses.Checked.Refused(var why) -> {
                        wrong(field, "cameras.refused." + word(why));
                        yield Optional.empty();
                    }
                };
        };
    }

    /** Nothing typed keeps what is stored: a password cannot be shown to be sent again. */
    private AccountChange account() {
        String user = typed.one("user").strip();
        String password = typed.one("password");
        if (typed.one("open").equals("true")) {
            return new AccountChange.None();
        }
        if (user.isEmpty() && password.isEmpty()) {
            return new AccountChange.Keep();
        }
        try {
            return new AccountChange.Set(new Credentials(user, password));
        } catch (IllegalArgumentException unusable) {
            wrong("user", "cameras.account-form");
            return new AccountChange.Keep();
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void wrong(String field, String text) {
        errors.add(new ErrorLink(field, visit.wording().say(text)));
    }
}
