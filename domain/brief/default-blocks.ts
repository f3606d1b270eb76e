import { BLOCKS, type Block } from "./brief.ts";
import type { PageId } from "./page.ts";

/** Of a figure, which is a part of a document and has no more than its legend. */
export const BLOCKS_OF_FIGURE: readonly Block[] = ["legend"];
/** A page to be read from afar has no room for the source's words, nor for much besides its table. */
const TOO_SMALL_FOR: Partial<Record<PageId, readonly Block[]>> = {
  slide: ["sources"],
  screen: ["sources"],
};
/** The source states statistics and deadlines of the whole region, and the whole has too many items to list. */
const OF_A_REGION: readonly Block[] = BLOCKS.filter(
  (block) => block !== "statistics" && block !== "deadlines",
);
const OF_THE_WHOLE: readonly Block[] = BLOCKS.filter((block) => block !== "items");

/** What a page has before anything is chosen: as much as it has room for. */
export function defaultBlocks(page: PageId, region: string | null): Block[] {
  if (page === "figure") return [...BLOCKS_OF_FIGURE];
  const small = TOO_SMALL_FOR[page] ?? [];
  return (region === null ? OF_THE_WHOLE : OF_A_REGION).filter((block) => !small.includes(block));
}

/** The blocks that go with another page: what was chosen by hand stays. */
export function blocksFor(
  page: PageId,
  before: { page: PageId; blocks: readonly Block[] },
  region: string | null,
): Block[] {
  const untouched = defaultBlocks(before.page, region).join() === before.blocks.join();
  return untouched ? defaultBlocks(page, region) : [...before.blocks];
}
