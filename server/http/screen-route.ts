import { Router } from "express";
import type { Db } from "../db/schema.ts";
import { cookiesOver } from "../people/cookies.ts";
import type { People } from "../people/people.ts";
import { isScreenToken } from "../people/screens.ts";
import { searchOf } from "./page-route.ts";

/** As long as browsers keep one. */
const KEPT_S = 400 * 24 * 60 * 60;

/** `/wall?screen=TOKEN`, opened once on a screen: it keeps the token, and its address is cleaned of it. */
export function screenRoute({ db, people }: { db: Db; people: People }): Router {
  const route = Router();
  route.get("/wall", async (req, res, next) => {
    const search = new URLSearchParams(searchOf(req));
    const token = search.get("screen");
    if (token === null) return next();
    if (await isScreenToken(db, token)) {
      const cookies = cookiesOver((one) => res.append("Set-Cookie", one), people.tls);
      cookies.set("screen", token, KEPT_S);
    }
    search.delete("screen");
    const rest = search.toString();
    res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
    res.redirect(rest === "" ? "/wall" : `/wall?${rest}`);
  });
  return route;
}
