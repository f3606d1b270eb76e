/** Cookies of ours that a script never reads. `errand` is a sign-in under way at a provider. */
export type CookieName = "session" | "screen" | "errand";

/** How a procedure changes the asker's cookies. */
export type Cookies = {
  /** @param seconds how long the browser keeps it; left out, until it is closed */
  set: (name: CookieName, value: string, seconds?: number) => void;
  clear: (name: CookieName) => void;
};

/** Under TLS no other host, no subdomain and no plain connection can plant one. */
const fullName = (name: CookieName, tls: boolean): string => (tls ? `__Host-${name}` : name);

/** One `Set-Cookie`. Lax, for who comes back from a provider comes from another site. */
export function setCookie(name: CookieName, value: string, tls: boolean, seconds?: number): string {
  const kept = seconds === undefined ? "" : `; Max-Age=${seconds}`;
  return `${fullName(name, tls)}=${value}; Path=/; HttpOnly; SameSite=Lax${tls ? "; Secure" : ""}${kept}`;
}

/** The value of a cookie of ours in a `Cookie` header; null where it is missing or named twice. */
export function cookieIn(header: string | undefined, name: CookieName, tls: boolean): string | null {
  const found = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${fullName(name, tls)}=`));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.slice(only.indexOf("=") + 1) : null;
}

/** Over an answer that has not gone out. */
export function cookiesOver(append: (setCookie: string) => void, tls: boolean): Cookies {
  return {
    set: (name, value, seconds) => append(setCookie(name, value, tls, seconds)),
    clear: (name) => append(setCookie(name, "", tls, 0)),
  };
}
