import { type Request, type Response, Router } from "express";
import { PROVIDER_KINDS } from "#domain/people/account.ts";
import { pathWithin, SIGN_IN_PATH } from "#domain/people/session.ts";
import { actOf } from "../act.ts";
import type { Ledger } from "../ledger.ts";
import type { Log } from "../log.ts";
import { arriveFrom } from "../people/arrive.ts";
import { cookieIn, cookiesOver } from "../people/cookies.ts";
import { anErrand, ERRAND_MS, openErrand, sealErrand } from "../people/errand.ts";
import { type People, ProviderError } from "../people/people.ts";
import type { Asking } from "../people/sign-in.ts";
import { actorOf } from "./actor.ts";
import { askerIn } from "./asker.ts";
import { localsOf } from "./headers.ts";
import { searchOf } from "./page-route.ts";
import { addressOf } from "./rate-limit.ts";

export type ProviderParts = { ledger: Ledger; people: People; auditHash: string; log: Log };

/**
 * `/sign-in/oidc?to=/desk` sends to the provider, which sends back to `/sign-in/oidc/return`; `cas` alike. Whoever is
 * not let in is on the sign-in page again, with `failed=provider`, `stranger` or `late`.
 */
export function providerRoutes(parts: ProviderParts): Router {
  const { people, log } = parts;
  const route = Router();
  for (const kind of PROVIDER_KINDS) {
    const provider = people.providers.find((one) => one.kind === kind);
    if (provider === undefined) continue;
    const path = `/sign-in/${kind}`;
    const backOf = (req: Request) => `${req.protocol}://${req.headers.host}${path}/return`;
    route.get(path, async (req, res) => {
      const errand = anErrand(kind, pathWithin(new URLSearchParams(searchOf(req)).get("to")), people.now());
      try {
        const url = await provider.leave(errand, backOf(req));
        cookiesOf(res, people).set("errand", sealErrand(errand), ERRAND_MS / 1000);
        go(res, url.href);
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        fail(res, "provider", error.message);
      }
    });
    route.get(`${path}/return`, async (req, res) => {
      const errand = openErrand(cookieIn(req.headers.cookie, "errand", people.tls), kind, people.now());
      cookiesOf(res, people).clear("errand");
      if (errand === null) return fail(res, "late", "nobody of this browser is under way");
      const [back, came] = [backOf(req), new URL(`${backOf(req)}${searchOf(req)}`)];
      const arrived = await arriveFrom(askingOf(req, res, parts), provider, { errand, back, came });
      if ("failure" in arrived) return fail(res, arrived.failure, arrived.why);
      const { to } = errand;
      go(res, arrived.needsMore ? `${SIGN_IN_PATH}?to=${encodeURIComponent(to)}` : to);
    });
    const fail = (res: Response, failure: string, why: string) => {
      log.warn({ requestId: localsOf(res).requestId, kind, why }, "a sign-in by a provider failed");
      go(res, `${SIGN_IN_PATH}?failed=${failure}`);
    };
  }
  return route;
}

const go = (res: Response, to: string): void => res.set("Cache-Control", "no-store").redirect(to);

const cookiesOf = (res: Response, { tls }: People) =>
  cookiesOver((one) => res.append("Set-Cookie", one), tls);

function askingOf(req: Request, res: Response, { ledger, people, auditHash }: ProviderParts): Asking {
  const { database, revisions } = ledger;
  return {
    db: database.read,
    act: actOf(
      { write: database.write, revisions, auditHash, keepHead: database.keepHead },
      actorOf(req, res),
    ),
    people,
    session: askerIn(res).session,
    cookies: cookiesOf(res, people),
    asker: addressOf(req),
    agent: req.headers["user-agent"] ?? "",
  };
}
