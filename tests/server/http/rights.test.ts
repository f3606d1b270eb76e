import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ACTIONS,
  type Action,
  type Guest,
  ROLES,
  type Role,
  scopesOf,
  type Who,
} from "#domain/permission.ts";
import { appRouter } from "#server/router.ts";
import { type Served, serve, unknownErrors } from "../serve.ts";
import { dataOf, HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

type Procedure = { _def: { type: "query" | "mutation" | "subscription"; meta?: { action?: Action } } };
const PROCEDURES = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
const UNIT_OF: Partial<Record<Role, string>> = {
  reporter: "league-150100",
  reviewer: "league-150100",
  office: "office-leading-group",
};

const served: { open?: Served; login?: Served } = {};
type Asker = { visitor: HttpVisitor; who: Who | null; guest: Guest };
const askers = new Map<string, Asker>();
const whoOf = (name: string, roles: Role[]): Who => ({ id: name, name, roles, unit: null });

beforeAll(async () => {
  const [open, login] = [await serve(), await serve({ ACCESS: "login" })];
  Object.assign(served, { open, login });
  const administrator = await theAdministrator(open);
  // System last: who gives it away can make no more accounts. What is left to the first is security.
  for (const role of ["viewer", "reporter", "reviewer", "office", "audit", "system"] as const) {
    const visitor = await signedIn(administrator, `the ${role}`, [role], UNIT_OF[role] ?? null);
    askers.set(role, { visitor, who: whoOf(role, [role]), guest: "guest" });
    if (role !== "office") continue;
    const nobody = await signedIn(administrator, "no roles", [], null);
    askers.set("no role", { visitor: nobody, who: whoOf("no role", []), guest: "guest" });
  }
  askers.set("security", { visitor: administrator, who: whoOf("security", ["security"]), guest: "guest" });
  askers.set("guest", { visitor: new HttpVisitor(open), who: null, guest: "guest" });
  const owner = await theAdministrator(login);
  const { link } = dataOf<{ link: string }>(await owner.mutate("screen.create", { name: "hall" }));
  const screen = new HttpVisitor(login);
  await screen.send(link);
  askers.set("screen", { visitor: screen, who: null, guest: "screen" });
  askers.set("stranger", { visitor: new HttpVisitor(login), who: null, guest: "stranger" });
}, 120_000);
afterAll(async () => {
  for (const one of [served.open, served.login]) {
    await one?.stop();
    expect(one && unknownErrors(one)).toEqual([]);
  }
});

/** What a stream says first, and no more of it. */
const firstWord = (visitor: HttpVisitor, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { Accept: "text/event-stream", ...(cookie === "" ? {} : { Cookie: cookie }) };
    const asked = get(`${visitor.served.url}/trpc/${path}?input=%7B%22no-such-field%22%3A1%7D`, {
      headers,
      agent: false,
    });
    asked.on("error", reject).on("response", (response) => {
      let text = "";
      response.on("error", () => resolve(text)).on("end", () => resolve(text));
      response.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
        if ((text.match(/data: .*\n\n/g) ?? []).length < 2) return;
        resolve(text);
        asked.destroy();
      });
    });
  });

const REFUSED = ["UNAUTHORIZED", "FORBIDDEN"];
/** Asked with what is no input of any, for what is allowed shall do nothing. */
async function refusalBy({ visitor }: Asker, path: string, type: Procedure["_def"]["type"]): Promise<string> {
  const nonsense = { "no-such-field": true };
  const text =
    type === "subscription"
      ? await firstWord(visitor, path)
      : (await (type === "query" ? visitor.query(path, nonsense) : visitor.mutate(path, nonsense))).text;
  return REFUSED.find((code) => text.includes(`"${code}"`)) ?? "allowed";
}

test("every procedure names what it does, and every right is in the table", () => {
  expect(PROCEDURES.length).toBeGreaterThan(40);
  const nameless = PROCEDURES.filter(
    ([, { _def }]) => !ACTIONS.some((action) => action === _def.meta?.action),
  );
  expect(nameless.map(([path]) => path)).toEqual([]);
});

describe("over HTTP every procedure is open to whom the table names, and to nobody else", () => {
  test.each([...ROLES, "no role", "guest", "screen", "stranger"])("asked by %s", async (name) => {
    const asker = askers.get(name);
    if (asker === undefined) throw new Error(`nobody is ${name}`);
    const expected: [string, string][] = PROCEDURES.map(([path, { _def }]) => {
      const action = _def.meta?.action ?? "audit.read";
      const may = scopesOf(action, asker.who, asker.guest).length > 0;
      return [path, may ? "allowed" : asker.who === null ? "UNAUTHORIZED" : "FORBIDDEN"];
    });
    const found: [string, string][] = [];
    for (const [path, { _def }] of PROCEDURES) found.push([path, await refusalBy(asker, path, _def.type)]);
    expect(found).toEqual(expected);
    expect(new Set(found.map(([, what]) => what)).size).toBeGreaterThan(1);
  });
});
