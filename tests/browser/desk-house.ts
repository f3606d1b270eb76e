import { TOTP } from "otpauth";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Role } from "#domain/permission.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { OPEN_HOUSE, peopleOf } from "#server/people/people.ts";
import { aDataDir } from "../factories.ts";
import { anAccount, PASSWORD } from "../server/people/visitor.ts";
import { type Served, serve } from "./serve.ts";

export type Sitter = { name: string; roles: Role[]; unit: string | null };

/** The product over a ledger in which these have accounts, with the password of all tests; `fill` brings more. */
export async function aDesk(
  sitters: readonly Sitter[],
  fill: (ledger: Ledger) => Promise<void> = async () => {},
  dir = aDataDir(),
): Promise<Served> {
  const ledger = await openLedger(dir, "test");
  const clock = { now: Date.now() };
  const people = peopleOf(ledger.database.write, OPEN_HOUSE, { now: () => clock.now });
  for (const { name, roles, unit } of sitters) await anAccount({ ledger, people, clock }, name, roles, unit);
  await fill(ledger);
  await ledger.database.close();
  return serve({ DATA_DIR: dir });
}

/** A page of a browser in which one has signed in, as the sign-in page does it. */
export async function signedIn(
  browser: Browser,
  { url }: Served,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    ...options,
  });
  const page = await context.newPage();
  await signIn(page, url, name);
  return page;
}

/** An administrator enrols a second factor, without which he may do nothing. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${url}/trpc/${path}`, { headers: { Origin: url }, data });
    if (!answer.ok()) throw new Error(`${name} cannot sign in by ${path}: ${await answer.text()}`);
    return (await answer.json()) as { result: { data: { secret?: string } } };
  };
  await post("session.signIn", { name, password: PASSWORD });
  const state = await (await page.request.get(`${url}/trpc/session.state`)).json();
  if (!state.result.data.needs.includes("enrol")) return;
  const { secret = "" } = (await post("session.enrol", {})).result.data;
  await post("session.confirmEnrol", { code: new TOTP({ secret }).generate() });
}

/** What a page says as an error from now on, in its console or by failing. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`${new URL(page.url()).pathname}: ${error.message}`));
  return errors;
}
