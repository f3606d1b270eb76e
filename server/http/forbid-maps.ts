import { Router } from "express";
import { ATLAS_FORMATS } from "../brief/atlas-route.ts";
import { BRIEF_FORMATS } from "../brief/formats.ts";
import { refuse } from "../brief/refuse.ts";
import { CIRCULAR_PATH } from "../circular/gather.ts";
import { MAP_FORBIDDEN, mapForbidden } from "./answers.ts";
import { OVERVIEW_PATH } from "./page-route.ts";

/** Of the ways out that carry a map, those that one is sent to: an atlas ends where it begins. */
const SENT = [...Object.keys(BRIEF_FORMATS), ...Object.keys(ATLAS_FORMATS), CIRCULAR_PATH];

/**
 * For an administrator who lets no map out whose boundaries have no 审图号: stands before the routes themselves and
 * answers in their place. Files without a map, the circular without its picture too, are as they were.
 */
export function forbidMaps(): Router {
  const route = Router();
  route.post(SENT, (req, res) => refuse(req, res, "FORBIDDEN", MAP_FORBIDDEN));
  route.get(OVERVIEW_PATH, mapForbidden);
  return route;
}
