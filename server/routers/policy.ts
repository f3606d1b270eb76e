import { z } from "zod";
import { zItemId } from "#domain/item.ts";
import { zHistory } from "#domain/months/history.ts";
import { zItemDetail, zItemGet, zItemPage, zItemQuery } from "#domain/query.ts";
import { getItem } from "../db/item-detail.ts";
import { listItems } from "../db/items.ts";
import { itemHistory } from "../db/months/history.ts";
import { procedure, router } from "../trpc.ts";

export const policyRouter = router({
  list: procedure("ledger.read")
    .input(zItemQuery.optional())
    .output(zItemPage)
    .query(({ ctx, input }) => listItems(ctx.db, "policy", input ?? {})),
  get: procedure("ledger.read")
    .input(zItemGet)
    .output(zItemDetail)
    .query(({ ctx, input }) => getItem(ctx.db, "policy", input, ctx.who)),
  history: procedure("ledger.read")
    .input(z.strictObject({ id: zItemId }))
    .output(zHistory)
    .query(({ ctx, input }) => itemHistory(ctx.db, "policy", input.id)),
});
