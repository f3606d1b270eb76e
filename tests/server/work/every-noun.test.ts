import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import { WORK } from "#domain/work/work.ts";
import { newId } from "#server/db/filing/filed.ts";
import type { Ledger } from "#server/ledger.ts";
import { aLedger, apiOf } from "../../factories.ts";
import { codeOf, FORESTRY, OFFICE, REVIEWER, someone, WATER } from "../filing/filing-office.ts";
import { aDraft, aRecord, deskOf, SAMPLES, take } from "./samples.ts";
import { said } from "./work-office.ts";

const EDUCATION = someone("reporter", "dept-education");
const VIEWER = someone("viewer", null);
/** What no search may take for more than words. */
const HOSTILE = "50%_ <img src=x onerror=alert(1)> '); drop table work;--";

let ledger: Ledger;
let known: { noun: WorkNoun; shared: string; draft: string }[];
beforeAll(async () => {
  ledger = await aLedger();
  known = [];
  for (const noun of WORK_NOUNS) {
    const shared = await aRecord(ledger, noun, { title: `${HOSTILE}共同` });
    const draft = await aDraft(ledger, noun, { title: `${HOSTILE}起草` });
    known.push({ noun, shared: shared.id, draft: draft.id });
  }
});
afterAll(() => ledger.database.close());

describe.each(WORK_NOUNS)("every %s", (noun) => {
  const of = () => known.find((one) => one.noun === noun) ?? { shared: "", draft: "" };
  const seen = async (who: Who | null) => {
    const { rows, total } = await deskOf(ledger, who, noun).list({ text: "50%_ <img" });
    expect(rows).toHaveLength(total);
    return (["shared", "draft"] as const).filter((name) => rows.some(({ id }) => id === of()[name]));
  };

  // A unit draws its own plan up; everything else the office does.
  const isOwn = WORK[noun].way.save.action === "work.plan";

  test("is read by who leads it or has a part in it, by viewers and the office, and drafts by who draws them up", async () => {
    for (const [who, expected] of [
      [WATER, isOwn ? ["shared", "draft"] : ["shared"]],
      [FORESTRY, ["shared"]],
      [EDUCATION, []],
      [REVIEWER, ["shared"]],
      [VIEWER, ["shared"]],
      [OFFICE, ["shared", "draft"]],
    ] as const)
      expect([who.name, await seen(who)]).toEqual([who.name, expected]);
    for (const [who, id, code] of [
      [EDUCATION, of().shared, "FORBIDDEN"],
      [FORESTRY, of().shared, "OK"],
      [WATER, of().draft, isOwn ? "OK" : "FORBIDDEN"],
      [FORESTRY, of().draft, "FORBIDDEN"],
      [VIEWER, of().draft, "FORBIDDEN"],
      [null, of().shared, "UNAUTHORIZED"],
    ] as const)
      expect([who?.name, await codeOf(deskOf(ledger, who, noun).get({ id }))]).toEqual([who?.name, code]);
  });

  test("is found by its words as they are, and by its items, within what one may read", async () => {
    const total = async (who: Who, asked: object) => (await deskOf(ledger, who, noun).list(asked)).total;
    expect(await total(OFFICE, { text: HOSTILE })).toBe(2);
    expect(await total(WATER, { text: HOSTILE })).toBe(isOwn ? 2 : 1);
    expect(await total(EDUCATION, { text: HOSTILE })).toBe(0);
    expect(await total(OFFICE, { text: "5_%" })).toBe(0);
    expect(await total(EDUCATION, { asOf: "2012-10", text: HOSTILE })).toBe(0);
    expect(await total(OFFICE, { asOf: "2012-09", text: HOSTILE })).toBe(0);
  });

  test("is changed by nobody who has no right to, whichever the procedure", async () => {
    const { edition } = (await deskOf(ledger, OFFICE, noun).get({ id: of().shared })).work;
    const { steps, way } = WORK[noun];
    for (const step of steps) {
      const asked = { id: of().shared, edition, step, said: said({ words: "不" }) };
      for (const who of [FORESTRY, EDUCATION, REVIEWER, VIEWER])
        for (const verb of ["manage", "plan", "report"] as const)
          expect([step, who.name, await codeOf(deskOf(ledger, who, noun)[verb](asked))]).toEqual([
            step,
            who.name,
            "FORBIDDEN",
          ]);
      // A step of the other's right, by the procedure that one may call.
      const isOffice = (way as Record<string, { action: string }>)[step]?.action === "work.manage";
      const other = isOffice ? deskOf(ledger, WATER, noun).report : deskOf(ledger, OFFICE, noun).manage;
      expect([step, await codeOf(other(asked))]).toEqual([step, "FORBIDDEN"]);
    }
    const fresh = { id: newId(), edition: 0, content: SAMPLES[noun].content };
    for (const who of [...(isOwn ? [] : [WATER]), FORESTRY, REVIEWER, VIEWER])
      expect(await codeOf(deskOf(ledger, who, noun).save(fresh))).toBe("FORBIDDEN");
  });

  test("takes no field that it does not name, and no unit, item or step that does not exist", async () => {
    const { save, manage, plan } = deskOf(ledger, OFFICE, noun);
    const { content } = SAMPLES[noun];
    for (const wrong of [
      { ...content, more: 1 },
      { ...content, lead: "dept-nowhere" },
      { ...content, lead: "central-ndrc" },
      { ...content, title: "长".repeat(201) },
    ])
      expect(await codeOf(save({ id: newId(), edition: 0, content: wrong }))).toBe("BAD_REQUEST");
    const { work } = await deskOf(ledger, OFFICE, noun).get({ id: of().shared });
    const asked = { id: work.id, edition: work.edition, step: "nothing", said: said() };
    expect(await codeOf(manage(asked))).toBe("BAD_REQUEST");
    expect(await codeOf((isOwn ? plan : manage)({ ...asked, step: "save" }))).toBe("BAD_REQUEST");
  });

  test("is one's who was first: the second is told, and every step leaves its note", async () => {
    const draft = await aDraft(ledger, noun, { title: `先后 ${noun}` });
    const first = SAMPLES[noun].first;
    const taken = await take(ledger, OFFICE, noun, draft, first as never);
    const late = await take(ledger, OFFICE, noun, draft, first as never).catch((error) => error);
    expect(late.code).toBe("CONFLICT");
    const { entries } = await apiOf(ledger, someone("audit", null)).audit.search({
      filter: { target: draft.id },
    });
    expect(entries.map(({ action }) => action)).toEqual([`${noun}.${first}`, `${noun}.save`]);
    const { steps } = await deskOf(ledger, OFFICE, noun).get({ id: taken.id });
    expect(steps.map(({ step }) => step)).toEqual(["save", first]);
  });
});
