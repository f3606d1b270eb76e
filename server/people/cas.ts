import { SaxesParser } from "saxes";
import { boundedFetch } from "./bounded-fetch.ts";
import { type Errand, type Provider, ProviderError } from "./people.ts";

/** `url` as https://sso.example/cas, with `/login` and `/p3/serviceValidate` under it. */
export type CasSettings = { url: string; name: string };

const CAS = "http://www.yale.edu/tp/cas";
const TICKET = /^[\w.-]{1,256}$/;

/** CAS 3.0: the address it sends back to has the state in it, and the ticket is good for that address alone. */
export function casProvider({ url, name }: CasSettings): Provider {
  const at = (path: string, search: Record<string, string>): URL => {
    const address = new URL(url.replace(/\/+$/, "") + path);
    address.search = new URLSearchParams(search).toString();
    return address;
  };
  return {
    kind: "cas",
    issuer: url,
    name,
    leave: async (errand, back) => at("/login", { service: serviceOf(errand, back) }),
    arrive: async (errand, back, came) => {
      const ticket = came.searchParams.get("ticket") ?? "";
      if (came.searchParams.get("state") !== errand.state) throw new ProviderError("the state is another's");
      if (!TICKET.test(ticket)) throw new ProviderError("the provider sent no ticket");
      const answer = await boundedFetch(
        at("/p3/serviceValidate", { service: serviceOf(errand, back), ticket }).href,
      );
      if (answer.status !== 200) throw new ProviderError(`the provider answers ${answer.status}`);
      return userIn(await answer.text());
    },
  };
}

const serviceOf = ({ state }: Errand, back: string): string => `${back}?state=${encodeURIComponent(state)}`;

/**
 * The user of `serviceResponse/authenticationSuccess/user`. Strict: no document type, hence no entities; one user; and
 * a failure beside it is a failure.
 * @throws ProviderError
 */
export function userIn(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const users: string[] = [];
  let isFailure = false;
  parser.on("error", (error) => {
    throw new ProviderError(`the provider's answer is no XML (${error.message})`);
  });
  parser.on("doctype", () => {
    throw new ProviderError("the provider's answer has a document type");
  });
  parser.on("opentag", ({ uri, local }) => {
    path.push(uri === CAS ? local : "");
    const here = path.join("/");
    if (here === "serviceResponse/authenticationFailure") isFailure = true;
    if (here === "serviceResponse/authenticationSuccess/user") users.push("");
  });
  const addText = (text: string) => {
    if (path.join("/") !== "serviceResponse/authenticationSuccess/user") return;
    users.push((users.pop() ?? "") + text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void path.pop());
  parser.write(xml).close();
  const [user = "", another] = users.map((one) => one.trim());
  if (isFailure || user === "" || another !== undefined || user.length > 255)
    throw new ProviderError("the provider does not vouch for anybody");
  return user;
}
