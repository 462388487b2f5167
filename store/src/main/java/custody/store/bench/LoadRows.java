package custody.store.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of one table in PostgreSQL's binary COPY format, gathered and sent as one message. One owner. */
final class LoadRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int PIECE = 1 << 16;

    private final String command;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int rows;

    /** {@code columns} is a list of names as in SQL. */
    LoadRows(String table, String columns) {
        this.command = "COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)";
        this.columns = columns.split(",").length;
        bytes.writeBytes(HEADER);
    }

    /** Begins a row; as many values as there are columns must follow. */
    LoadRows row() {
        rows++;
        return number(() -> out.writeShort(columns));
    }

    LoadRows with(int number) {
        return number(() -> {
            out.writeInt(4);
            out.writeInt(number);
        });
    }

    LoadRows small(int number) {
        return number(() -> {
            out.writeInt(2);
            out.writeShort(number);
        });
    }

    LoadRows with(long number) {
        return number(() -> {
            out.writeInt(8);
            out.writeLong(number);
        });
    }

    LoadRows with(boolean flag) {
        return number(() -> {
            out.writeInt(1);
            out.writeBoolean(flag);
        });
    }

    LoadRows with(byte[] value) {
        return number(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    LoadRows with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    LoadRows with(UUID id) {
        return number(() -> {
            out.writeInt(16);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        });
    }

    /** A time in microseconds; null where there is none. */
    LoadRows with(@Nullable Instant time) {
        return number(() -> {
            if (time == null) {
                out.writeInt(-1);
            } else {
                out.writeInt(8);
                out.writeLong(
                        Math.floorDiv(Duration.between(POSTGRES_EPOCH, time).toNanos(), 1000));
            }
        });
    }

    private interface Writing {
        void write() throws IOException;
    }

    private LoadRows number(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes bytes", impossible);
        }
    }

    /** Sends the rows, if there are any. */
    void send(Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        number(() -> out.writeShort(-1));
        byte[] all = bytes.toByteArray();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        for (int at = 0; at < all.length; at += PIECE) {
            copy.writeToCopy(all, at, Math.min(PIECE, all.length - at));
        }
        long taken = copy.endCopy();
        if (taken != rows) {
            throw new SQLException("took " + taken + " of " + rows + " rows: " + command);
        }
    }
}
