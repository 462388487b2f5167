package custody.node.alarms.channels;

import custody.node.alarms.channels.ChannelSettings.Email;
import custody.record.law.rules.Escalation.Rung;
import custody.store.alarms.Outbox.Letter;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** E-mail by SMTP (RFC 5321). The message's id is part of its Message-ID, so that a mailbox shows a second copy as one. */
final class EmailChannel implements Channel {
    private static final String TIMEOUT_MS = "10000";

    private final Email settings;
    private final Letters letters;
    private final Session session;

    EmailChannel(Email settings, Letters letters) {
        this.settings = settings;
        this.letters = letters;
        this.session = Session.getInstance(properties(settings), login(settings));
    }

    private static Properties properties(Email settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MS);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.tls()) {
            case OFF -> {}
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    private static @Nullable Authenticator login(Email settings) {
        return settings.user()
                .map(user -> new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(
                                user,
                                settings.password()
                                        .map(ChannelSettings.Secret::value)
                                        .orElse(""));
                    }
                })
                .orElse(null);
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public List<String> addresses(Rung rung) {
        return settings.to().getOrDefault(rung, List.of());
    }

    @Override
    public void send(Letter letter, Delivery delivery) throws NotTaken {
        try {
            // A connection each: a server may drop the one in which it refused somebody.
            Transport.send(message(letter, delivery.address()));
        } catch (AddressException unwritable) {
            throw new NotTaken(Failure.FAULT);
        } catch (AuthenticationFailedException unknown) {
            throw new NotTaken(Failure.NOT_AUTHENTICATED);
        } catch (SendFailedException refused) {
            throw new NotTaken(Failure.REFUSED);
        } catch (MessagingException failed) {
            throw new NotTaken(
                    failed.getNextException() instanceof SocketTimeoutException
                            ? Failure.TIMEOUT
                            : Failure.UNREACHABLE);
        }
    }

    private MimeMessage message(Letter letter, String address) throws MessagingException {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from()));
        message.addRecipient(RecipientType.TO, new InternetAddress(address));
        message.setSubject(letters.subject(letter), StandardCharsets.UTF_8.name());
        message.setText(letters.body(letter), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(letter.madeAt()));
        return message;
    }
}
