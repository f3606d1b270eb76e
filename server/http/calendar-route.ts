import { Router } from "express";
import { CALENDAR_PATH } from "#domain/people/calendar.ts";
import { unitOf } from "../db/filing/units.ts";
import type { Db } from "../db/schema.ts";
import { unitOfCalendar } from "../people/calendars.ts";
import type { People } from "../people/people.ts";
import { calendarOf } from "../work/calendar.ts";
import { daysOfUnit } from "../work/unit-days.ts";

/** `/calendar/TOKEN.ics`: the days of the unit that the token was made for. A calendar program has no other key. */
export function calendarRoute({ db, people }: { db: Db; people: People }): Router {
  const route = Router();
  route.get(`${CALENDAR_PATH}:token.ics`, async (req, res) => {
    res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
    const id = await unitOfCalendar(db, people, req.params.token ?? "");
    const unit = id === null ? null : await unitOf(db, id);
    if (unit === null) return void res.status(404).type("text/plain").send("no such calendar\n");
    const text = calendarOf(`一张图 · ${unit.short}`, await daysOfUnit(db, unit.id));
    res.type("text/calendar").set("Content-Disposition", 'attachment; filename="one-map.ics"').send(text);
  });
  return route;
}
