import { zItemDetail, zItemGet, zItemPage, zItemQuery } from "#domain/query.ts";
import { getItem } from "../db/item-detail.ts";
import { listItems } from "../db/items.ts";
import { publicProcedure, router } from "../trpc.ts";

export const projectRouter = router({
  list: publicProcedure
    .input(zItemQuery.optional())
    .output(zItemPage)
    .query(({ ctx, input }) => listItems(ctx.db, "project", input ?? {})),
  get: publicProcedure
    .input(zItemGet)
    .output(zItemDetail)
    .query(({ ctx, input }) => getItem(ctx.db, "project", input.id, input.asOf)),
});
