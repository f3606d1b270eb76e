import { expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import type { Said } from "#domain/work/standing.ts";
import type { Need } from "#domain/work/way.ts";
import { type ContentOf, WORK, type Work, wayOf } from "#domain/work/work.ts";
import type { Ledger } from "#server/ledger.ts";
import { aLedger } from "../../factories.ts";
import { as, FORESTRY, NOW, OFFICE, REVIEWER, someone, WATER } from "../filing/filing-office.ts";
import { aDraft, aPart, aRecord, deskOf, SAMPLES, take } from "./samples.ts";
import { said } from "./work-office.ts";

const PAST = "2012-10";
const LATER = new Date("2012-11-20T02:00:00Z");
const LAST = new Date("2012-12-20T02:00:00Z");
const READERS: readonly Who[] = [OFFICE, WATER, FORESTRY, REVIEWER, someone("viewer", null)];

/** What everybody who reads work finds of a noun as of the past month, in every way that it is asked for. */
async function past(ledger: Ledger, noun: WorkNoun): Promise<unknown[]> {
  const asked = [
    {},
    { states: [...WORK[noun].states] },
    { text: SAMPLES[noun].content.title },
    { text: "改" },
    { units: ["dept-forestry"] },
    { units: ["dept-education"] },
    { items: ["S-1.3-06.1"] },
    { slips: ["red"] },
  ];
  const found: unknown[] = [];
  for (const who of READERS)
    for (const one of asked)
      found.push(await deskOf(ledger, who, noun, LAST).list({ ...one, asOf: PAST } as object));
  return found;
}

const SAID: Record<Need, Partial<Said>> = {
  nothing: {},
  words: { words: "改了" },
  percent: { percent: 70 },
  day: { doneOn: "2012-11-02" },
  done: { words: "办完", doneOn: "2012-11-03" },
};

/** Another title, other units beside, whatever else the noun has that a list tells. */
const changed = (noun: WorkNoun, content: ContentOf<WorkNoun>): ContentOf<WorkNoun> => ({
  ...content,
  title: `改了的${content.title}`,
  ...("helpers" in content ? { helpers: ["dept-education"] } : {}),
  ...("attendees" in content ? { attendees: ["dept-education"], minutes: "改了的纪要" } : {}),
  ...("audience" in content ? { audience: ["dept-education"] } : {}),
  ...("due" in content ? { due: "2012-11-30" } : {}),
  ...(noun === "measure" ? { measures: [aPart()] } : {}),
});

/** Takes whatever step may be taken, by whom it is asked of, until none is left that was not taken. */
async function changeAll(ledger: Ledger, noun: WorkNoun, id: string): Promise<string[]> {
  const taken: string[] = [];
  const office = deskOf(ledger, OFFICE, noun, LATER);
  const { work } = await office.get({ id });
  const { states, steps } = WORK[noun];
  const next = changed(noun, work.content as ContentOf<WorkNoun>);
  if (wayOf(noun).save?.leads[work.state] !== undefined)
    await office.save({ id, edition: work.edition, content: next });
  for (let turn = 0; turn < states.length * steps.length; turn += 1) {
    const step = await oneMore(ledger, noun, id, { taken, next });
    if (step === undefined) break;
    taken.push(step);
  }
  return taken;
}

async function oneMore(
  ledger: Ledger,
  noun: WorkNoun,
  id: string,
  { taken, next }: { taken: readonly string[]; next: ContentOf<WorkNoun> },
): Promise<string | undefined> {
  for (const who of [OFFICE, WATER, FORESTRY]) {
    const desk = as(ledger, who, LATER)[noun] as unknown as Record<
      string,
      (asked: object) => Promise<Work<WorkNoun>>
    >;
    // It was led by another unit since, or goes to others: who has no part in it any longer does nothing to it.
    const read = await deskOf(ledger, who, noun, LATER)
      .get({ id })
      .catch(() => null);
    if (read === null) continue;
    const { work, may } = read;
    for (const step of may.filter((one) => one !== "save" && !taken.includes(one))) {
      const { action, needs } = wayOf(noun)[step] ?? { action: "", needs: "nothing" };
      const asked = {
        ...{ id, edition: work.edition, step, said: said(SAID[needs as Need]) },
        ...(step === "adjust" ? { content: { ...next, title: `又${next.title}` } } : {}),
      };
      // Some cannot be taken from here after all: an inspection does not end before all is put right.
      const done = await desk[action.split(".")[1] ?? ""]?.(asked).catch(() => null);
      if (done) return step;
    }
  }
  return undefined;
}

test.each(WORK_NOUNS)("what stood of every %s at the end of a month stands ever after", async (noun) => {
  const ledger = await aLedger();
  const draft = await aDraft(ledger, noun);
  const record = await aRecord(ledger, noun);
  const before = await past(ledger, noun);
  const now = () => deskOf(ledger, OFFICE, noun, LAST).list();
  const stood = await now();
  const taken = [...(await changeAll(ledger, noun, draft.id)), ...(await changeAll(ledger, noun, record.id))];
  expect(taken.length).toBeGreaterThan(1);
  expect(await now()).not.toEqual(stood);
  expect(await past(ledger, noun)).toEqual(before);
  await ledger.database.close();
});

test("minutes are written over within their month, and kept as they stood at its end", async () => {
  const ledger = await aLedger();
  const held = await aRecord(ledger, "meeting");
  const save = (work: Work<"meeting">, minutes: string, now: Date) =>
    deskOf(ledger, OFFICE, "meeting", now).save({
      id: work.id,
      edition: work.edition,
      content: { ...work.content, minutes },
    });
  const second = await save(held, "十月的纪要", NOW);
  expect(second.version).toBe(1);
  const third = await save(second, "十一月的纪要", LATER);
  expect((await save(third, "十一月的纪要，改过", LATER)).version).toBe(2);
  const { list, get } = as(ledger, OFFICE, LATER).meeting;
  const found = async (text: string, asOf: string) => (await list({ text, asOf })).total;
  expect(await found("十月的纪要", "2012-10")).toBe(1);
  expect(await found("十一月的纪要", "2012-10")).toBe(0);
  expect(await found("改过", "2012-11")).toBe(1);
  const { versions, steps } = await get({ id: held.id });
  expect(versions.map(({ content, reason }) => [content.minutes, reason])).toEqual([
    ["十月的纪要", null],
    ["十一月的纪要，改过", null],
  ]);
  expect(steps.map(({ step }) => step)).toEqual(["save", "hold", "save"]);
  expect((await take(ledger, OFFICE, "meeting", await latest(ledger, held.id), "conclude")).version).toBe(2);
  await ledger.database.close();
});

const latest = async (ledger: Ledger, id: string) =>
  (await as(ledger, OFFICE, LATER).meeting.get({ id })).work;
