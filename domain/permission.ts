import { z } from "zod";
import { ForbiddenError, UnauthorizedError } from "./error.ts";

/** 浏览, 填报, 审核, 办公室, and the three administrators (三员): 系统, 安全保密, 安全审计. */
export const ROLES = ["viewer", "reporter", "reviewer", "office", "system", "security", "audit"] as const;
export const zRole = z.enum(ROLES);
export type Role = z.infer<typeof zRole>;

/** Three administrators hold one another in check: nobody is two of them but who set the product up, at first. */
export const ADMINISTRATORS = ["system", "security", "audit"] as const satisfies readonly Role[];
export const isAdministrator = (role: Role): boolean => (ADMINISTRATORS as readonly Role[]).includes(role);

/**
 * How far a right reaches: one's own account, what one's own unit has or leads, what it has a part in, what the units
 * that file to one's own have or lead, everything. `self` and `all` are no question of units.
 */
export const SCOPES = ["self", "own", "part", "below", "all"] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Nobody signed in, by how far the door is open: everyone's reading (`ACCESS=open`), a screen with a token of its own,
 * or neither.
 */
export const GUESTS = ["guest", "screen", "stranger"] as const;
export type Guest = (typeof GUESTS)[number];

/** `account` is every account, whatever its roles. */
type Right = Partial<Record<Role | "account" | Guest, readonly Scope[]>>;

const ALL = ["all"] as const;
const SELF = ["self"] as const;
const EVERYONE: Right = {
  viewer: ALL,
  reporter: ALL,
  reviewer: ALL,
  office: ALL,
  system: ALL,
  security: ALL,
  audit: ALL,
};
const OFFICE: Right = { office: ALL };

/** Who may do what, and how far. Every procedure and every route names one of these; a missing role may not. */
export const RIGHTS = {
  /** The published ledger, its map, its files. */
  "ledger.read": { guest: ALL, screen: ALL, ...EVERYONE },
  /** A wall and its remote: a screen shows the published ledger and nothing else. */
  "screen.drive": { guest: ALL, screen: ALL, ...EVERYONE },
  /** Signing in and out, and links that work once. */
  "session.open": { guest: ALL, screen: ALL, stranger: ALL, account: ALL },
  /** One's own sessions, password and second factor. */
  "session.own": { account: SELF },
  /** Problems, attachments and figures of reports that are published. */
  "report.published": EVERYONE,
  /** Reports at any stage of their way. */
  "report.read": { reporter: ["own"], reviewer: ["own", "below"], office: ALL },
  "report.write": { reporter: ["own"] },
  /** Accept or return. Nobody reviews the unit he files for. */
  "report.review": { reviewer: ["below"], office: ["below"] },
  /** Who has filed and who has not. */
  "period.read": { reporter: ["own"], reviewer: ["own", "below"], office: ALL },
  "period.manage": OFFICE,
  "report.publish": OFFICE,
  "month.freeze": OFFICE,
  /** Which unit files for which item. */
  "assignment.manage": OFFICE,
  "rule.edit": OFFICE,
  "light.override": OFFICE,
  /** Tasks that are assigned and meetings that were held; what is only drawn up is for who manages it. */
  "work.read": { viewer: ALL, reporter: ["own", "part"], reviewer: ["own", "part", "below"], office: ALL },
  "work.manage": OFFICE,
  /** A unit's own plan and the tasks that it sets itself by it; every plan for the office. */
  "work.plan": { reporter: ["own"], ...OFFICE },
  /** How far one's task is, and that it is done: the lead unit's word. */
  "work.report": { reporter: ["own"] },
  /** That one's unit has read what was sent to it, and what it answers. */
  "work.receive": { reporter: ["own", "part"], reviewer: ["own", "part"], office: ["own", "part"] },
  /** 联系人: names, duties and telephones of units. */
  "contact.read": EVERYONE,
  "contact.manage": { reporter: ["own"], office: ALL },
  /** Feeds of one's own unit's days for calendar programs. */
  "calendar.manage": { reporter: ["own"], reviewer: ["own"], office: ["own"] },
  "unit.manage": { system: ALL },
  "screen.manage": { system: ALL },
  "account.create": { system: ALL },
  "account.list": { system: ALL, security: ALL },
  /** Roles and unit of an account, its lock, its sessions. */
  "account.grant": { security: ALL },
  "audit.read": { audit: ALL },
} as const satisfies Record<string, Right>;
export type Action = keyof typeof RIGHTS;
export const ACTIONS = Object.keys(RIGHTS) as Action[];

/** Who asks: an account as its session knows it. */
export type Who = {
  id: string;
  name: string;
  roles: readonly Role[];
  /** The unit the account belongs to. */
  unit: string | null;
};

/**
 * What a right is asked for: a unit, and the one that it files to. Of work the unit that leads it, null where none is
 * named, and `parts`, those that have a part in it.
 */
export type Target = { unit: string | null; filesTo: string | null; parts?: readonly string[] };

/** How far `who` may do this: the scopes of all his roles, none for none. To sign in takes from nobody what a guest may. */
export function scopesOf(action: Action, who: Who | null, guest: Guest = "stranger"): readonly Scope[] {
  const right: Right = RIGHTS[action];
  const askers = who === null ? [guest] : [...who.roles, "account" as const, guest];
  return SCOPES.filter((scope) => askers.some((asker) => right[asker]?.includes(scope)));
}

/** True where one of the scopes covers the target; `self` covers no unit. */
export function reaches(scopes: readonly Scope[], who: Who | null, target: Target): boolean {
  if (scopes.includes("all")) return true;
  if (who === null || who.unit === null) return false;
  return (
    (scopes.includes("own") && target.unit === who.unit) ||
    (scopes.includes("part") && target.parts?.includes(who.unit) === true) ||
    (scopes.includes("below") && target.filesTo === who.unit && target.unit !== who.unit)
  );
}

/**
 * @param target leave out where the action is not about a unit, or before the unit is known: then any scope will do
 * @throws UnauthorizedError for a guest, ForbiddenError for an account
 */
export function allow(action: Action, who: Who | null, target?: Target, guest: Guest = "stranger"): void {
  const scopes = scopesOf(action, who, guest);
  if (scopes.length > 0 && (target === undefined || reaches(scopes, who, target))) return;
  throw who === null ? new UnauthorizedError() : new ForbiddenError();
}
