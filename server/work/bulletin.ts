import { ConflictError } from "#domain/error.ts";
import { allow } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import type { InspectionContent } from "#domain/work/inspection.ts";
import type { MeetingContent } from "#domain/work/meeting.ts";
import {
  type BulletinLedger,
  bulletinDraft,
  draftText,
  type HeldInspection,
  type HeldMeeting,
} from "#domain/work/papers/bulletin.ts";
import { MOST_TEXT } from "#domain/work/publication.ts";
import type { TaskContent } from "#domain/work/task.ts";
import { MOST_TITLE } from "#domain/work/task.ts";
import { workNumber } from "#domain/work/work.ts";
import { rankingOf } from "../circular/gather.ts";
import { reportedProblems } from "../circular/reported-problems.ts";
import { isDemo } from "../db/demo.ts";
import { readNames } from "../db/ledger-export.ts";
import { publishedMonth } from "../db/month.ts";
import { snapshotIn } from "../db/months/snapshots.ts";
import { newsOf } from "../db/news.ts";
import type { Db } from "../db/schema.ts";
import { itemsAt } from "../db/work/history.ts";
import { listWorkRows } from "../db/work/list.ts";
import { exportId } from "../export/export-id.ts";
import type { Asking } from "./papers.ts";
import { endOf, listWork } from "./read.ts";

/** Items that a publication may be linked to. */
const MOST_ITEMS = 60;
const WHOLE = { drafts: [], limits: null } as const;

/**
 * What a bulletin of a month is written from; of the latest published one where none is asked for.
 * @throws ForbiddenError, UnauthorizedError; ConflictError where no month is published
 */
export async function gatherBulletin(
  db: Db,
  asked: string | undefined,
  asking: Asking,
): Promise<BulletinLedger> {
  const { who, now, revision, origin, path } = asking;
  allow("work.manage", who);
  const month = asked ?? (await publishedMonth(db, undefined));
  if (month === null) throw new ConflictError("no month is published yet");
  const before = endOf(month);
  const [demo, names, news, items, snapshot, late, runOut] = await Promise.all([
    isDemo(db),
    readNames(db),
    newsOf(db, { asOf: month }),
    itemsAt(db, month),
    snapshotIn(db, month),
    listWork(db, who, "task", { slips: ["red"], asOf: month }, now),
    listWork(db, who, "approval", { slips: ["red"], asOf: month }, now),
  ]);
  const [problems, ranking, meetings, inspections] = await Promise.all([
    reportedProblems(db, { from: month, to: month }, items),
    rankingsOf(db, month),
    meetingsOf(db, month, before),
    inspectionsOf(db, month, before),
  ]);
  const query = `month=${month}`;
  return {
    ...{ demo, month, revision, snapshot, ranking, names, meetings, inspections, problems },
    id: exportId({ asOf: month, revision, path, query }),
    viewUrl: `${origin}/?asOf=${month}`,
    isPublished: news.months.at(-1) === month,
    organ: names.units.get(OFFICE_UNIT)?.name ?? OFFICE_UNIT,
    changes: news.months.length < 2 ? null : news.changes,
    overdue: late.rows,
    runOut: runOut.rows,
  };
}

async function rankingsOf(db: Db, month: string): Promise<BulletinLedger["ranking"]> {
  const [items, projects, policies] = await Promise.all(
    (["items", "projects", "policies"] as const).map((measure) => rankingOf(db, measure, [], month)),
  );
  return { items: items ?? [], projects: projects ?? [], policies: policies ?? [] };
}

async function meetingsOf(db: Db, month: string, before: string): Promise<HeldMeeting[]> {
  const rows = await listWorkRows(db, "meeting", WHOLE, { before, states: ["held", "concluded"] });
  return rows
    .flatMap(({ number, content }): HeldMeeting[] => {
      const { title, kind, heldOn, decisions } = JSON.parse(content) as MeetingContent;
      if (heldOn?.slice(0, 7) !== month) return [];
      return [{ number: workNumber("meeting", number), title, kind, heldOn, decisions: decisions.length }];
    })
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn));
}

async function inspectionsOf(db: Db, month: string, before: string): Promise<HeldInspection[]> {
  const [rows, tasks] = await Promise.all([
    listWorkRows(db, "inspection", WHOLE, { before, states: ["underway", "notified", "closed"] }),
    listWorkRows(db, "task", WHOLE, { before, states: ["closed"] }),
  ]);
  const closed = tasks.flatMap(({ content }) => {
    const { origin } = JSON.parse(content) as TaskContent;
    return origin.kind === "inspection" ? [`${origin.work} ${origin.part}`] : [];
  });
  return rows
    .flatMap(({ id, number, content }): HeldInspection[] => {
      const { title, from, until, units, findings } = JSON.parse(content) as InspectionContent;
      const isOfMonth = from !== null && from.slice(0, 7) <= month && (until ?? from).slice(0, 7) >= month;
      if (!isOfMonth) return [];
      const struck = findings.filter((finding) => closed.includes(`${id} ${finding.id}`)).length;
      return [
        {
          ...{ number: workNumber("inspection", number), title, from, until, units },
          ...{ findings: findings.length, closed: struck },
        },
      ];
    })
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** The same as what a publication holds: its title, its text, and the items that it speaks of. */
export async function bulletinText(db: Db, month: string | undefined, asking: Asking) {
  const ledger = await gatherBulletin(db, month, asking);
  const draft = bulletinDraft(ledger);
  const spoken = [...(ledger.changes ?? []).map(({ id }) => id), ...ledger.problems.map(({ item }) => item)];
  return {
    month: ledger.month,
    title: draft.title.slice(0, MOST_TITLE),
    text: draftText(draft, MOST_TEXT),
    items: [...new Set(spoken)].slice(0, MOST_ITEMS),
  };
}
