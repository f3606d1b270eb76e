import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Assets } from "#domain/page.ts";
import type { Who } from "#domain/permission.ts";
import { actOf } from "#server/act.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { peopleOf } from "#server/people/people.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { createCaller } from "#server/router.ts";
import { Uploads } from "#server/workbook/uploads.ts";

const made: string[] = [];
const sweep = () => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
};
// The test runner ends its processes by signal, plain node by itself.
process.once("exit", sweep);
process.once("SIGTERM", () => {
  sweep();
  process.exit();
});

/** A directory of its own, gone when the process ends. */
export function aDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "one-map-test-"));
  made.push(dir);
  return dir;
}

const patterns = new Map<(dir: string) => Promise<void>, Promise<string>>();

/** A data directory of its own as `make` leaves one: made once in this process, and copied. */
export async function aCopy(make: (dir: string) => Promise<void>): Promise<string> {
  let pattern = patterns.get(make);
  if (pattern === undefined) {
    const dir = aDataDir();
    pattern = make(dir).then(() => dir);
    patterns.set(make, pattern);
  }
  const dir = aDataDir();
  cpSync(await pattern, dir, { recursive: true });
  return dir;
}

const seed = async (dir: string): Promise<void> => (await openLedger(dir, "test")).database.close();

/** A ledger of its own with the seed in it. */
export const aLedger = async (): Promise<Ledger> => openLedger(await aCopy(seed), "test");

/** Addresses of what a map is drawn from; nothing lies there. */
export const ASSETS: Assets = {
  overviewTiles: "/tiles/overview.tiles",
  detailTiles: "/tiles/{z}/{x}/{y}.mvt",
  outline: { lo: "/geo/lo.json", mid: "/geo/mid.json" },
  ground: { light: "/geo/ground-light.webp", dark: "/geo/ground-dark.webp" },
  relief: { light: "/geo/relief-light.webp", dark: "/geo/relief-dark.webp" },
};

/** The real router over a ledger, without HTTP, asked by `who`: a guest where nobody is named. */
export const apiOf = (
  { database, revisions }: Ledger,
  who: Who | null = null,
  now?: () => Date,
  people = peopleOf(database.write),
  uploads = new Uploads(),
) =>
  createCaller({
    db: database.read,
    who,
    guest: "guest",
    session: null,
    cookies: { set: () => {}, clear: () => {} },
    people,
    agent: "test",
    act: actOf(
      { write: database.write, revisions, auditHash: "sha256" },
      { id: who?.id ?? null, name: who?.name ?? "", address: "here", requestId: "test" },
    ),
    revisions,
    rooms: new Rooms(),
    uploads,
    boundary: { reviewNumber: null, credits: ["credit of the data"] },
    assets: ASSETS,
    origin: "http://one-map.test",
    asker: "here",
    ...(now === undefined ? {} : { now }),
  });

let shared: Promise<Ledger> | undefined;

/** The real router over a real database with the seed in it: one for all that only read. */
export async function seededApi() {
  shared ??= openLedger(aDataDir(), "test");
  return apiOf(await shared);
}
