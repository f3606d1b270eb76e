import { TOTP } from "otpauth";
import type { Role } from "#domain/permission.ts";
import { type Answer, ask, type Served } from "../serve.ts";

export const PASSWORD = "golden-steppe-72";

/** A browser over real HTTP: it keeps cookies and says where it comes from. */
export class HttpVisitor {
  readonly jar = new Map<string, string>();
  readonly served: Served;
  /** `Set-Cookie` lines as they came. */
  readonly set: string[] = [];

  constructor(served: Served) {
    this.served = served;
  }

  async send(
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await ask(`${this.served.url}${path}`, {
      ...init,
      headers: {
        ...(cookie === "" ? {} : { Cookie: cookie }),
        ...(init.method === "POST" ? { Origin: this.served.url, "Content-Type": "application/json" } : {}),
        ...init.headers,
      },
    });
    for (const line of answer.headers["set-cookie"] ?? []) {
      this.set.push(line);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }

  query(path: string, input?: unknown): Promise<Answer> {
    const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.send(`/trpc/${path}${search}`);
  }

  mutate(path: string, input?: unknown): Promise<Answer> {
    return this.send(`/trpc/${path}`, {
      method: "POST",
      body: input === undefined ? "" : JSON.stringify(input),
    });
  }
}

/** What a call that went through says. @throws Error with the answer where it did not */
export function dataOf<T>(answer: Answer): T {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return (JSON.parse(answer.text) as { result: { data: T } }).result.data;
}

const tokenIn = (link: string | null): string => link?.split("#")[1] ?? "";

async function enrol(visitor: HttpVisitor): Promise<void> {
  const { secret } = dataOf<{ secret: string }>(await visitor.mutate("session.enrol", {}));
  dataOf(await visitor.mutate("session.confirmEnrol", { code: new TOTP({ secret }).generate() }));
}

/** The administrator, by the link that the start printed: all three in one. */
export async function theAdministrator(served: Served): Promise<HttpVisitor> {
  const visitor = new HttpVisitor(served);
  const input = { token: tokenIn(served.setup), name: "管理员", password: PASSWORD };
  dataOf(await visitor.mutate("setup.finish", input));
  await enrol(visitor);
  return visitor;
}

/** An account with these roles, made by the administrator and signed in. */
export async function signedIn(
  administrator: HttpVisitor,
  name: string,
  roles: readonly Role[],
  unit: string | null,
): Promise<HttpVisitor> {
  const { id, link } = dataOf<{ id: string; link: string }>(
    await administrator.mutate("account.create", { name }),
  );
  dataOf(await administrator.mutate("account.grant", { id, roles, unit }));
  const visitor = new HttpVisitor(administrator.served);
  dataOf(await visitor.mutate("session.setPassword", { token: tokenIn(link), password: PASSWORD }));
  if (roles.some((role) => ["system", "security", "audit"].includes(role))) await enrol(visitor);
  return visitor;
}
