import { z } from "zod";
import { zItemId } from "#domain/item.ts";
import { zHistory } from "#domain/months/history.ts";
import { zItemDetail, zItemGet, zItemPage, zItemQuery } from "#domain/query.ts";
import { getItem } from "../db/item-detail.ts";
import { listItems } from "../db/items.ts";
import { itemHistory } from "../db/months/history.ts";
import { procedure, router } from "../trpc.ts";

export const projectRouter = router({
  list: procedure("ledger.read")
    .input(zItemQuery.optional())
    .output(zItemPage)
    .query(({ ctx, input }) => listItems(ctx.db, "project", input ?? {})),
  get: procedure("ledger.read")
    .input(zItemGet)
    .output(zItemDetail)
    .query(({ ctx, input }) => getItem(ctx.db, "project", input, ctx.who)),
  history: procedure("ledger.read")
    .input(z.strictObject({ id: zItemId }))
    .output(zHistory)
    .query(({ ctx, input }) => itemHistory(ctx.db, "project", input.id)),
});
