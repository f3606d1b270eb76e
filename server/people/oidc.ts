import type { Configuration } from "openid-client";
import { ANSWER_MS, boundedFetch } from "./bounded-fetch.ts";
import { type Errand, type Provider, ProviderError } from "./people.ts";

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string };

/** So long what the provider says of itself is believed. */
const KEPT_MS = 10 * 60_000;

/**
 * OpenID Connect by the code flow, with PKCE, state, nonce and the token's signature. The library is loaded, and the
 * provider asked, when somebody signs in so: a provider that hangs holds up nobody else.
 */
export function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings): Provider {
  let kept: { until: number; configuration: Promise<Configuration> } | undefined;

  const discover = async (): Promise<Configuration> => {
    const client = await import("openid-client");
    const isPlain = issuer.startsWith("http:");
    const configuration = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: ANSWER_MS / 1000,
      [client.customFetch]: (url, options) => boundedFetch(url, options as RequestInit),
      execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
    });
    return configuration;
  };
  /** One question for all who ask at once; a failure is not kept. */
  const configured = (): Promise<Configuration> => {
    if (kept !== undefined && kept.until > Date.now()) return kept.configuration;
    const asked = { until: Date.now() + KEPT_MS, configuration: discover() };
    kept = asked;
    asked.configuration.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked.configuration;
  };

  return {
    kind: "oidc",
    issuer,
    name,
    leave: (errand, back) =>
      believing(async () => {
        const [client, configuration] = [await import("openid-client"), await configured()];
        return client.buildAuthorizationUrl(configuration, {
          redirect_uri: back,
          scope: "openid",
          response_type: "code",
          code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
          code_challenge_method: "S256",
          state: errand.state,
          nonce: errand.nonce,
        });
      }),
    arrive: (errand, _back, came) =>
      believing(async () => {
        const [client, configuration] = [await import("openid-client"), await configured()];
        const tokens = await client.authorizationCodeGrant(configuration, came, checksOf(errand));
        const subject = tokens.claims()?.sub;
        if (subject === undefined) throw new ProviderError("the provider sent no identity");
        return subject;
      }),
  };
}

const checksOf = ({ verifier, state, nonce }: Errand) => ({
  pkceCodeVerifier: verifier,
  expectedState: state,
  expectedNonce: nonce,
  idTokenExpected: true,
});

/** Whatever goes wrong with a provider is the provider's. */
async function believing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause;
    throw new ProviderError(`the provider is not to be believed (${String(cause)})`, { cause });
  }
}
