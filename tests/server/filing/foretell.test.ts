import { expect, test } from "vitest";
import {
  aFilingLedger,
  aReport,
  as,
  codeOf,
  ledItem,
  MONTH,
  OFFICE,
  REVIEWER,
  WATER,
} from "./filing-office.ts";

test("publishing is foretold as it will be, and nothing of it is done", async () => {
  const ledger = await aFilingLedger();
  const office = as(ledger, OFFICE);
  const { item, stageBefore } = await ledItem(ledger, WATER, "project");
  const unit = as(ledger, WATER);
  const content = aReport({ stage: "construction", plannedPercent: 80, actualPercent: 20 });
  const saved = await unit.report.save({
    unit: "dept-water",
    month: MONTH,
    item: item.id,
    edition: 0,
    content,
  });
  const { id, edition } = await unit.report.submit({ id: saved.id, edition: saved.edition });
  await as(ledger, REVIEWER).report.accept({ reports: [{ id, edition }] });
  const before = ledger.revisions.current;

  const { reports, changes } = await office.report.foretell({ month: MONTH });
  expect(reports).toBe(1);
  const change = changes.items.find((one) => one.id === item.id);
  expect(change).toMatchObject({ light: { to: "red" }, stage: { from: stageBefore, to: "construction" } });
  expect(ledger.revisions.current).toBe(before);
  expect((await as(ledger, null).project.get({ id: item.id })).stage).toBe(stageBefore);
  expect((await unit.report.get({ id })).report.state).toBe("accepted");

  await office.report.publish({ month: MONTH });
  expect((await as(ledger, null).project.get({ id: item.id })).light?.state).toBe("red");
  expect(await codeOf(office.report.foretell({ month: MONTH }))).toBe("CONFLICT");
  expect(await codeOf(unit.report.foretell({ month: MONTH }))).toBe("FORBIDDEN");
  await ledger.database.close();
});

test("a unit reads the rules that make its lights, without who made them", async () => {
  const ledger = await aFilingLedger();
  const rules = await as(ledger, WATER).light.inForce({ month: MONTH });
  expect(Object.keys(rules).sort()).toEqual(["rules", "version"]);
  expect(rules.version).toBe(1);
  expect(await codeOf(as(ledger, null).light.inForce({ month: MONTH }))).toBe("UNAUTHORIZED");
  await ledger.database.close();
});
