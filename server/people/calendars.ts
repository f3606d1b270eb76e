import { randomUUID } from "node:crypto";
import { ForbiddenError, InvalidInputError, NotFoundError } from "#domain/error.ts";
import { CALENDAR_PATH, type Calendar, MOST_CALENDARS } from "#domain/people/calendar.ts";
import type { Who } from "#domain/permission.ts";
import { allowedUnit } from "../db/filing/units.ts";
import {
  addCalendar,
  calendarById,
  calendarByToken,
  listCalendars,
  removeCalendar,
  touchCalendar,
} from "../db/people/calendars.ts";
import type { Db } from "../db/schema.ts";
import type { Context } from "../trpc.ts";
import { isoAt } from "./iso-at.ts";
import type { People } from "./people.ts";
import { aToken, hashOfToken } from "./token.ts";

type Managing = Pick<Context, "act" | "people" | "who">;

/** Calendars of the asker's own unit; none for who belongs to none. */
export const ownCalendars = async (db: Db, who: Who | null): Promise<Calendar[]> =>
  who?.unit == null ? [] : listCalendars(db, who.unit);

/**
 * A feed of the asker's own unit. Its address is shown this one time.
 * @throws ForbiddenError for who belongs to no unit, InvalidInputError for one too many
 */
export async function createCalendar({ act, people, who }: Managing): Promise<{ id: string; link: string }> {
  const [id, token] = [randomUUID(), aToken()];
  const unit = who?.unit ?? null;
  if (who === null || unit === null) throw new ForbiddenError();
  await act(async ({ tx, note }) => {
    await allowedUnit(tx, "calendar.manage", who, unit);
    if ((await listCalendars(tx, unit)).length >= MOST_CALENDARS)
      throw new InvalidInputError([{ path: [], message: `a unit has at most ${MOST_CALENDARS} calendars` }]);
    await addCalendar(tx, {
      ...{ id, unit_id: unit, token: hashOfToken(token), used_at: null },
      ...{ created_at: isoAt(people.now()), created_by_name: who.name },
    });
    await note({ action: "calendar.create", noun: "calendar", target: id, unit });
  });
  return { id, link: `${CALENDAR_PATH}${token}.ics` };
}

/** @throws ForbiddenError, NotFoundError */
export async function revokeCalendar({ act, who }: Managing, id: string): Promise<void> {
  await act(async ({ tx, note }) => {
    const row = await calendarById(tx, id);
    if (row === undefined) throw new NotFoundError("calendar", id);
    await allowedUnit(tx, "calendar.manage", who, row.unit_id);
    await removeCalendar(tx, id);
    await note({ action: "calendar.revoke", noun: "calendar", target: id, unit: row.unit_id });
  });
}

/** Its last use is written at most so often. */
const TOUCH_MS = 60 * 60_000;

/** The unit whose calendar a token opens; null for none. */
export async function unitOfCalendar(db: Db, people: People, token: string): Promise<string | null> {
  const row = await calendarByToken(db, hashOfToken(token));
  if (row === undefined) return null;
  const now = people.now();
  if (row.used_at === null || now - Date.parse(row.used_at) >= TOUCH_MS)
    await touchCalendar(people.write, row.id, isoAt(now));
  return row.unit_id;
}
