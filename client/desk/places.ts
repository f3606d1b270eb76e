import type { ComponentType } from "react";
import { NEW_PASSWORD_PATH, SETUP_PATH, SIGN_IN_PATH } from "#domain/people/session.ts";
import { type Action, scopesOf } from "#domain/permission.ts";
import type { Account } from "./seat.ts";

type Load = () => Promise<{ Page: ComponentType }>;

/** Where one can go at the desk. Its name is `desk.place.<key>` in the words, its address /desk/<key>. */
export type Place = {
  key:
    | "home"
    | "reports"
    | "review"
    | "proposals"
    | "tasks"
    | "meetings"
    | "opinions"
    | "inspections"
    | "approvals"
    | "plans"
    | "publications"
    | "measures"
    | "months"
    | "summary"
    | "assignments"
    | "rules"
    | "accounts"
    | "units"
    | "contacts"
    | "screens"
    | "audit"
    | "me";
  /** Places of one kind stand together under its name, `desk.group.<group>` in the words. */
  group: Group;
  /** Whoever may do one of these sees the place. */
  actions: readonly Action[];
  load: Load;
};

/** A month's reports, the office's own work, keeping house, and what is for all. */
export const GROUPS = ["month", "work", "house", "all"] as const;
export type Group = (typeof GROUPS)[number];

/** In the order of the column at the left, group by group. */
export const PLACES: readonly Place[] = [
  {
    key: "home",
    group: "month",
    actions: ["report.write", "report.review", "work.read"],
    load: () => import("../home/home.tsx"),
  },
  { key: "reports", group: "month", actions: ["report.write"], load: () => import("../filing/reports.tsx") },
  { key: "review", group: "month", actions: ["report.review"], load: () => import("../months/review.tsx") },
  {
    key: "proposals",
    group: "month",
    actions: ["report.write", "report.review"],
    load: () => import("../proposals/proposals.tsx"),
  },
  {
    key: "months",
    group: "month",
    actions: ["period.manage", "report.review"],
    load: () => import("../months/months.tsx"),
  },
  { key: "tasks", group: "work", actions: ["work.read"], load: () => import("../work/task/page.tsx") },
  { key: "meetings", group: "work", actions: ["work.read"], load: () => import("../work/meeting/page.tsx") },
  { key: "opinions", group: "work", actions: ["work.read"], load: () => import("../work/opinion/page.tsx") },
  {
    key: "inspections",
    group: "work",
    actions: ["work.read"],
    load: () => import("../work/inspection/page.tsx"),
  },
  {
    key: "approvals",
    group: "work",
    actions: ["work.read"],
    load: () => import("../work/approval/page.tsx"),
  },
  { key: "plans", group: "work", actions: ["work.read"], load: () => import("../work/plan/page.tsx") },
  { key: "measures", group: "work", actions: ["work.read"], load: () => import("../work/measure/page.tsx") },
  {
    key: "publications",
    group: "work",
    actions: ["work.read"],
    load: () => import("../work/publication/page.tsx"),
  },
  {
    key: "assignments",
    group: "house",
    actions: ["assignment.manage"],
    load: () => import("../months/assignments.tsx"),
  },
  {
    key: "rules",
    group: "house",
    actions: ["rule.edit", "light.override"],
    load: () => import("../months/rules.tsx"),
  },
  {
    key: "accounts",
    group: "house",
    actions: ["account.list"],
    load: () => import("../people/accounts.tsx"),
  },
  { key: "units", group: "house", actions: ["unit.manage"], load: () => import("../people/units.tsx") },
  { key: "screens", group: "house", actions: ["screen.manage"], load: () => import("../people/screens.tsx") },
  { key: "audit", group: "house", actions: ["audit.read"], load: () => import("../audit/audit.tsx") },
  {
    key: "summary",
    group: "all",
    actions: ["report.published"],
    load: () => import("../months/summary.tsx"),
  },
  { key: "contacts", group: "all", actions: ["contact.read"], load: () => import("../people/contacts.tsx") },
  { key: "me", group: "all", actions: ["session.own"], load: () => import("../people/me.tsx") },
];

/** Pages for who is not signed in yet, or not wholly: address and page. */
export const DOORS: readonly { path: string; load: Load }[] = [
  { path: SIGN_IN_PATH, load: () => import("../people/sign-in.tsx") },
  { path: NEW_PASSWORD_PATH, load: () => import("../people/new-password.tsx") },
  { path: SETUP_PATH, load: () => import("../people/setup.tsx") },
];

/** The places that an account's roles open. */
export const placesOf = ({ id, name, roles, unit }: Account): Place[] =>
  PLACES.filter(({ actions }) =>
    actions.some((action) => scopesOf(action, { id, name, roles, unit }).length > 0),
  );
