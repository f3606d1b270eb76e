import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import Provider from "oidc-provider";

export type Handle = (req: IncomingMessage, res: ServerResponse) => void;

/** A server of the test on a port of its own; `handle` may be changed while it runs. */
export class TestServer {
  handle: Handle = (_req, res) => void res.writeHead(404).end();
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly url: string;

  static async open(): Promise<TestServer> {
    const server = createServer((req, res) => self.answer(req, res));
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const self = new TestServer(
      server,
      `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    );
    return self;
  }

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  answer(req: IncomingMessage, res: ServerResponse): void {
    this.asked.push(req.url ?? "");
    this.handle(req, res);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export const CLIENT = { OIDC_CLIENT_ID: "one-map", OIDC_CLIENT_SECRET: "a-secret-of-the-test" };

/** A real OpenID provider that signs everybody in as `subject` without asking. */
export function openIdProvider(issuer: string, redirectUri: string, subject: () => string): Handle {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.OIDC_CLIENT_ID,
        client_secret: CLIENT.OIDC_CLIENT_SECRET,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    cookies: { keys: ["a key of the test"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      const accountId = session?.accountId;
      if (client === undefined || accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  return (req, res) => {
    if (!req.url?.startsWith("/interaction/")) return void callback(req, res);
    void provider.interactionFinished(req, res, { login: { accountId: subject() } });
  };
}
