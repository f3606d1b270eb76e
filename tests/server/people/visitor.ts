import { TOTP } from "otpauth";
import type { Role, Who } from "#domain/permission.ts";
import { actOf } from "#server/act.ts";
import type { Ledger } from "#server/ledger.ts";
import { askerOf } from "#server/people/asker.ts";
import { setupLink } from "#server/people/links.ts";
import { OPEN_HOUSE, type People, type PeopleSettings, peopleOf } from "#server/people/people.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { createCaller } from "#server/router.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { ASSETS, aLedger, apiOf } from "../../factories.ts";

export const PASSWORD = "golden-steppe-72";

/** A clock that stands until it is moved. */
export type HandClock = { now: number };

export type House = { ledger: Ledger; people: People; clock: HandClock };

export async function aHouse(settings: Partial<PeopleSettings> = {}): Promise<House> {
  const ledger = await aLedger();
  const clock = { now: Date.now() };
  const people = peopleOf(ledger.database.write, { ...OPEN_HOUSE, ...settings }, { now: () => clock.now });
  return { ledger, people, clock };
}

/** A browser that keeps its cookies, without HTTP. */
export class Visitor {
  readonly jar = new Map<string, string>();
  readonly #house: House;
  readonly #address: string;

  constructor(house: House, address = "10.0.0.1") {
    this.#house = house;
    this.#address = address;
  }

  /** The procedures as this browser may call them now. */
  async api() {
    const { ledger, people } = this.#house;
    const { database, revisions } = ledger;
    const header = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const asker = await askerOf(database.read, people, header, true);
    const { session } = asker;
    const actor = { id: session?.account_id ?? null, name: session?.name ?? "", requestId: "test" };
    return createCaller({
      ...asker,
      db: database.read,
      act: actOf(
        { write: database.write, revisions, auditHash: "sha256" },
        { ...actor, address: this.#address },
      ),
      cookies: {
        set: (name, value) => void this.jar.set(name, value),
        clear: (name) => void this.jar.delete(name),
      },
      people,
      revisions,
      rooms: new Rooms(),
      uploads: new Uploads(),
      boundary: { reviewNumber: null, credits: [] },
      assets: ASSETS,
      origin: "http://one-map.test",
      asker: this.#address,
      agent: "test browser",
    });
  }
}

/** The code of a secret at the house's time. */
export const codeOf = ({ clock }: House, secret: string): string =>
  new TOTP({ secret }).generate({ timestamp: clock.now });

/** Lets the second factor's time step pass: a code is good once. */
export const nextStep = ({ clock }: House): void => {
  clock.now += 30_000;
};

/** Token of a link as the product writes it. */
export const tokenIn = (link: string): string => link.split("#")[1] ?? "";

export const SECURITY: Who = {
  id: "00000000-0000-4000-8000-00000000000a",
  name: "安全",
  roles: ["security"],
  unit: null,
};
export const SYSTEM: Who = { ...SECURITY, id: "00000000-0000-4000-8000-00000000000b", roles: ["system"] };

/** The first account, by the printed link, its second factor enrolled; and the browser it is signed in with. */
export async function theFirst(house: House): Promise<{ visitor: Visitor; secret: string }> {
  const { ledger, people } = house;
  const act = actOf(
    { write: ledger.database.write, revisions: ledger.revisions, auditHash: "sha256" },
    { id: null, name: "", address: "", requestId: "start" },
  );
  const link = await setupLink(ledger.database.read, act, people);
  const visitor = new Visitor(house);
  const token = tokenIn(link ?? "");
  await (await visitor.api()).setup.finish({ token, name: "管理员", password: PASSWORD });
  return { visitor, secret: await enrolled(house, visitor) };
}

/** Enrols a second factor; returns its secret. */
export async function enrolled(house: House, visitor: Visitor): Promise<string> {
  const { secret } = await (await visitor.api()).session.enrol({});
  await (await visitor.api()).session.confirmEnrol({ code: codeOf(house, secret) });
  return secret;
}

/** An account with a password, made and granted as administrators do. */
export async function anAccount(
  { ledger, people }: House,
  name: string,
  roles: Role[] = [],
  unit: string | null = null,
): Promise<string> {
  const { id, link } = await apiOf(ledger, SYSTEM, undefined, people).account.create({ name });
  if (roles.length > 0) await apiOf(ledger, SECURITY, undefined, people).account.grant({ id, roles, unit });
  await apiOf(ledger, null, undefined, people).session.setPassword({
    token: tokenIn(link),
    password: PASSWORD,
  });
  return id;
}
