package custody.ledger.log;

/** One value that a system entry says in clear. */
public sealed interface ClearFact {
    /** Printable ASCII without quote and backslash, 0 to 256 characters: hashes, codes, versions, keys; never free text. */
    record Word(String word) implements ClearFact {
        /** The longest word in characters. */
        public static final int LONGEST = 256;

        public Word {
            if (!isWord(word)) {
                throw new IllegalArgumentException("a word in clear is printable ASCII without quote and backslash");
            }
        }

        static boolean isWord(String word) {
            boolean plain = word.length() <= LONGEST;
            for (int i = 0; plain && i < word.length(); i++) {
                char c = word.charAt(i);
                plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            }
            return plain;
        }
    }

    /** A whole number within 53 bits. */
    record Whole(long number) implements ClearFact {
        public Whole {
            WholeNumber.require(number);
        }
    }
}
