import { zItemDetail, zItemGet, zItemPage, zItemQuery } from "#domain/query.ts";
import { getItem } from "../db/item-detail.ts";
import { listItems } from "../db/items.ts";
import { publicProcedure, router } from "../trpc.ts";

export const policyRouter = router({
  list: publicProcedure
    .input(zItemQuery.optional())
    .output(zItemPage)
    .query(({ ctx, input }) => listItems(ctx.db, "policy", input ?? {})),
  get: publicProcedure
    .input(zItemGet)
    .output(zItemDetail)
    .query(({ ctx, input }) => getItem(ctx.db, "policy", input.id, input.asOf)),
});
