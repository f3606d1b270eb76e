/** Bytes that an id is made of. */
export const ID_BYTES = 26;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id of 26 letters and digits: 130 random bits, so that none can be guessed from another. @param bytes 26 random ones */
export const idOf = (bytes: Uint8Array): string => [...bytes].map((byte) => ALPHABET[byte % 32]).join("");
