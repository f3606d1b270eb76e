import { expect, test } from "vitest";
import { aLedger, apiOf } from "../../factories.ts";
import { publishReports } from "../../lit-month.ts";
import { as, codeOf, NOW, OFFICE, someone, WATER } from "../filing/filing-office.ts";
import { aRecord, SAMPLES, take } from "./samples.ts";

const day = (doneOn: string, words?: string) => ({
  words: { doneOn, ...(words === undefined ? {} : { words }) },
});

test("an approval is handed in, stopped, started again and granted by its unit, and its days are counted", async () => {
  const ledger = await aLedger();
  const listed = await aRecord(ledger, "approval");
  expect(await codeOf(take(ledger, WATER, "approval", listed, "handIn"))).toBe("BAD_REQUEST");
  expect(await codeOf(take(ledger, WATER, "approval", listed, "handIn", day("2012-10-04")))).toBe(
    "BAD_REQUEST",
  );
  const handedIn = await take(ledger, WATER, "approval", listed, "handIn", day("2012-09-01"));
  expect(await codeOf(take(ledger, WATER, "approval", handedIn, "stop", day("2012-09-11")))).toBe(
    "BAD_REQUEST",
  );
  expect(await codeOf(take(ledger, WATER, "approval", handedIn, "stop", day("2012-08-31", "补")))).toBe(
    "BAD_REQUEST",
  );
  const stopped = await take(ledger, WATER, "approval", handedIn, "stop", day("2012-09-11", "补环评"));
  expect(stopped.state).toBe("stopped");
  expect(await codeOf(take(ledger, WATER, "approval", stopped, "grant", day("2012-09-12", "号")))).toBe(
    "CONFLICT",
  );
  const resumed = await take(ledger, WATER, "approval", stopped, "resume", day("2012-09-21"));
  const { brief, slip } = await as(ledger, WATER).approval.get({ id: listed.id });
  // 32 days since, 10 of them stopped, of a limit of 20.
  expect(brief.clock).toEqual({ used: 22, left: -2, due: "2012-10-01", is: "running" });
  expect(slip).toBe("red");
  expect((await as(ledger, OFFICE).approval.list({ slips: ["red"] })).rows.map(({ id }) => id)).toEqual([
    listed.id,
  ]);
  // At October's end its clock has run 28 days more.
  const { rows } = await as(ledger, OFFICE, new Date("2012-12-01T00:00:00Z")).approval.list({
    asOf: "2012-10",
  });
  expect(rows.map(({ brief: { clock } }) => clock?.used)).toEqual([50]);
  const granted = await take(
    ledger,
    WATER,
    "approval",
    resumed,
    "grant",
    day("2012-10-03", "发改〔2012〕1号"),
  );
  expect(granted).toMatchObject({ state: "granted", standing: { ended: "2012-10-03" } });
  const again = await take(ledger, OFFICE, "approval", granted, "restart", { words: { words: "设计变更" } });
  expect(again).toMatchObject({ state: "planned", standing: { handedIn: null, stops: [] } });
  await ledger.database.close();
});

test("what was settled over it is a version with its units, who then have a part in it", async () => {
  const ledger = await aLedger();
  const listed = await aRecord(ledger, "approval");
  const education = someone("reporter", "dept-education");
  expect(await codeOf(as(ledger, education).approval.get({ id: listed.id }))).toBe("FORBIDDEN");
  const { content } = SAMPLES.approval;
  const met = { day: "2012-09-28", units: ["dept-education"], words: "用地预审同步办理" };
  const conferences = (change: object) => ({ ...content, conferences: [{ ...met, ...change }] });
  const words = { words: "会办" };
  for (const wrong of [{ day: null }, { day: "2012-10-04" }, { units: [] }, { words: " " }])
    expect(
      await codeOf(
        take(ledger, OFFICE, "approval", listed, "adjust", { words, content: conferences(wrong) }),
      ),
    ).toBe("BAD_REQUEST");
  await take(ledger, OFFICE, "approval", listed, "adjust", { words, content: conferences({}) });
  expect((await as(ledger, education).approval.get({ id: listed.id })).work.content.conferences).toEqual([
    met,
  ]);
  await ledger.database.close();
});

test("the board holds every project of the ledger, since when it stands there, and the problem that was published", async () => {
  const ledger = await aLedger();
  const before = await as(ledger, OFFICE).board.projects();
  const projects = await apiOf(ledger).project.list({ limit: 200 });
  expect(before.total).toBe(projects.total);
  expect(before.projects.map(({ id }) => id)).toEqual(projects.items.map(({ id }) => id));
  expect(before.projects.every(({ spells }) => spells.length === 1 && spells[0]?.from === null)).toBe(true);
  expect(before.projects.every(({ problem }) => problem === null)).toBe(true);
  expect(await codeOf(apiOf(ledger, null, () => NOW).board.projects())).toBe("UNAUTHORIZED");

  const [item] = before.projects.filter(({ stage }) => stage === "preparation" || stage === "planned");
  if (item === undefined) throw new Error("the seed has a project that is not approved yet");
  const problem = { kind: "approval", words: "可研批复未下达", actor: "central-ndrc", by: null } as const;
  await publishReports(ledger, "2012-09", [{ item: item.id, unit: "dept-water", said: { problem } }]);
  const after = (await as(ledger, OFFICE).board.projects()).projects.find(({ id }) => id === item.id);
  expect(after?.problem).toEqual({ month: "2012-09", ...problem });
  // A later month that names none has the word.
  await publishReports(ledger, "2012-10", [{ item: item.id, unit: "dept-water", said: { problem: null } }]);
  const later = (await as(ledger, OFFICE).board.projects()).projects.find(({ id }) => id === item.id);
  expect(later?.problem).toBeNull();
  await ledger.database.close();
});
