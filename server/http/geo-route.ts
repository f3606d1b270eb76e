import { Router } from "express";
import type { Geography } from "../page/geography.ts";
import { FOREVER, Immutable } from "./immutable.ts";

const TILE_TYPE = "application/vnd.mapbox-vector-tile";

/** `/geo/<name>.<hash>.<ext>`, `/tiles/overview.<hash>.tiles` and the nearer tiles one by one. */
export function geoRoutes({ files, detail }: Geography): Router {
  const route = Router();
  for (const { url, type, bytes } of files) {
    const file = new Immutable(bytes, type);
    route.get(url, (req, res) => file.send(req, res));
  }
  route.get(`/tiles/admin/${detail.hash}/:z/:x/:y.mvt`, async (req, res, next) => {
    const [z, x, y] = [req.params.z, req.params.x, req.params.y].map(coordinate);
    if (z === undefined || x === undefined || y === undefined) return next();
    const tile = detail.tiles.get(z, x, y);
    if (tile === null || tile === undefined) {
      // Nothing is drawn there: an answer, not a fault.
      res.status(204).set("Cache-Control", FOREVER).end();
      return;
    }
    await new Immutable(Buffer.from(tile), TILE_TYPE).send(req, res);
  });
  return route;
}

const coordinate = (text: string): number | undefined => (/^\d{1,7}$/.test(text) ? Number(text) : undefined);
