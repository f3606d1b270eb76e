import { isAdministrator } from "#domain/permission.ts";
import { accountByIdentity, identityText } from "../db/people/accounts.ts";
import { rolesIn } from "../db/people-schema.ts";
import type { CarriedErrand } from "./errand.ts";
import { type Provider, ProviderError } from "./people.ts";
import { type Asking, enter } from "./sign-in.ts";

/** Why somebody who came back from a provider is not let in. */
export type Failure = "provider" | "stranger";

/** @returns whether a second step is left, or why he is not let in; `why` is for the log */
export async function arriveFrom(
  asking: Asking,
  provider: Provider,
  { errand, back, came }: { errand: CarriedErrand; back: string; came: URL },
): Promise<{ needsMore: boolean } | { failure: Failure; why: string }> {
  let subject: string;
  try {
    subject = await provider.arrive(errand, back, came);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    await refused(asking, provider, "unknown");
    return { failure: "provider", why: error.message };
  }
  const { kind, issuer } = provider;
  const account = await accountByIdentity(asking.db, identityText({ way: kind, subject }, issuer));
  if (account === undefined || account.state !== "active") {
    await refused(asking, provider, account?.id ?? "unknown");
    return { failure: "stranger", why: "no active account is tied to who came" };
  }
  await enter(asking, account, async () => {});
  return { needsMore: account.second_factor !== null || rolesIn(account.roles).some(isAdministrator) };
}

const refused = ({ act }: Asking, { kind }: Provider, target: string): Promise<void> =>
  act(({ note }) => note({ action: "session.refused", noun: "account", target, after: { way: kind } }));
