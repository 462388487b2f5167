package custody.node.configuration;

import custody.node.alarms.channels.ChannelSettings;
import custody.record.events.FacilityCode;
import custody.video.camera.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a node is told from outside.
 *
 * @param data folder that holds database, keystore, certificates and logs
 * @param port TCP port of pages and API; 0 takes a free one
 * @param bind address to listen on
 * @param demo whether the people are invented
 * @param facility code of the facility whose ledger this node keeps
 * @param rulePack id of the rule pack that judges records
 * @param database an external PostgreSQL; empty for the embedded one
 * @param tls where the certificate comes from
 * @param passphraseFile file with the keystore's passphrase; empty for the one beside the keystore
 * @param printedList folder of the list of people in custody, kept ready to print; empty keeps none
 * @param video cameras and footage
 * @param channels where messages about alerts go
 */
public record Settings(
        Path data,
        int port,
        String bind,
        boolean demo,
        FacilityCode facility,
        String rulePack,
        Optional<Database> database,
        Tls tls,
        Optional<Path> passphraseFile,
        Optional<Path> printedList,
        Video video,
        ChannelSettings channels) {

    /**
     * An external PostgreSQL.
     *
     * @param url JDBC URL
     * @param user owner role, which may create tables and the application role
     * @param passwordFile file that holds its password and nothing else
     */
    public record Database(String url, String user, Path passwordFile) {}

    /**
     * Cameras and footage.
     *
     * @param folder where footage lies
     * @param second folder on another disk, used when the first is nearly full; empty where there is none
     * @param networks in which cameras may be; empty allows none
     * @param ports to which the recorder may connect
     * @param reserveMegabytes room kept back for a full disk
     * @param leastDays how long footage is kept whatever room there is
     * @param mostDays when footage goes whatever room there is, unless it is held
     * @param filmDays how long uploaded films are kept, unless they are held
     * @param exportDays how long files of exports are kept, unless they are held
     * @param goesOn whether the recorder goes on recording when the node is stopped in order
     */
    public record Video(
            Path folder,
            Optional<Path> second,
            List<Network> networks,
            Set<Integer> ports,
            int reserveMegabytes,
            int leastDays,
            int mostDays,
            int filmDays,
            int exportDays,
            boolean goesOn) {
        public Video {
            networks = List.copyOf(networks);
            ports = Set.copyOf(ports);
        }
    }

    /** Where the certificate comes from. */
    public sealed interface Tls {

        /** An authority of our own, made at first start. */
        record Internal() implements Tls {}

        /** Given PEM files. */
        record Files(Path certificate, Path key) implements Tls {}

        /** None: plain HTTP, for a proxy on the same machine that does TLS. */
        record Off() implements Tls {}
    }
}
