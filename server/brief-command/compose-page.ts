import type { Browser, Page, Response } from "playwright-core";
import { z } from "zod";
import { zBrief } from "#domain/brief/brief.ts";
import { formatView } from "#domain/view.ts";
import { launchChromium, PLAIN_FRAMES } from "../chromium.ts";
import { isAtlas, type Order } from "./arguments.ts";
import { Refusal } from "./refusals.ts";

/** What `--extent view` is the view of: a map's usual screen. */
const SCREEN = { width: 1920, height: 1080 } as const;
/** For each step: longer than the page itself waits for the largest picture, drawn without a graphics card. */
const LONGEST_MS = 180_000;
/** Of domain/brief/atlas.ts. */
const PAGES_OF_ATLAS = 15;
const PAGES_WITH_COUNTIES = 118;
const TEXTS = ["title", "subtitle", "note"] as const;

/** Takes over the file, which goes with the browser. */
type Keep = (path: string) => Promise<void>;
/** `still`: how long an atlas may stand at one page, ms. */
type Setting = { chrome: string | undefined; still?: number };

/**
 * A page or an atlas from the composer itself, used as a person does, in a browser without a window. Returns what
 * the composer says is to be mended in it.
 * @throws Refusal
 */
export async function composePage(
  order: Order,
  { chrome, still = LONGEST_MS }: Setting,
  keep: Keep,
): Promise<string[]> {
  const browser = await launchChromium(chrome, [PLAIN_FRAMES]).catch((error: unknown) =>
    refuse("No browser starts (CHROME_PATH names another)", error),
  );
  try {
    return await composeIn(browser, order, still, keep);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse("The browser did not finish", error);
  } finally {
    await browser.close();
  }
}

async function composeIn(browser: Browser, order: Order, still: number, keep: Keep): Promise<string[]> {
  const page = await browser.newPage({ viewport: SCREEN, reducedMotion: "reduce" });
  page.setDefaultTimeout(LONGEST_MS);
  await page.goto(`${order.url}/?${formatView(order.view)}`);
  // The page's map shows what the live one has loaded.
  await page.locator('[role="application"][aria-busy="false"]').waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isSheetFor(order, response)),
    openAndChoose(page, order),
  ]);
  const id = await sheetIdIn(answer);
  const [, download] = await Promise.all([
    isAtlas(order) ? writeAtlas(page, order) : writePage(page, order, id),
    Promise.race([
      page.waitForEvent("download", { timeout: longestOf(order) }),
      refusalOn(page, order),
      ...(isAtlas(order) ? [standstillOn(page, still)] : []),
    ]),
  ]);
  await keep(await download.path());
  const lists = isAtlas(order) ? [".composer-atlas"] : [".brief-checks", ".composer-files"];
  const wrong = await page
    .locator(lists.map((list) => `${list} li[data-weight="wrong"]`).join())
    .allInnerTexts();
  return wrong.map((text) => text.replace(/\s+/g, " ").trim());
}

const longestOf = (order: Order): number =>
  LONGEST_MS * (isAtlas(order) ? (order.counties ? PAGES_WITH_COUNTIES : PAGES_OF_ATLAS) : 1);

async function writePage(page: Page, { format }: Order, id: string): Promise<void> {
  await page.locator(`.composer-files[data-page="${id}"] button[data-format="${format}"]`).click();
}

async function writeAtlas(page: Page, { format, counties }: Order): Promise<void> {
  const atlas = page.locator(".composer-atlas");
  await atlas.locator("select").selectOption(format === "atlas" ? "pdf" : "pptx");
  await atlas.locator('input[name="atlas-counties"]').setChecked(counties);
  await atlas.locator("button[data-atlas-write]").click();
}

/** The resolution first: a page for a screen has no choice of it. */
async function openAndChoose(page: Page, order: Order): Promise<void> {
  const { dpi, page: paper, extent } = order;
  await page.locator("button.export").click();
  await page.locator(".export-menu button").first().click();
  const choose = (what: string, value: string) =>
    page.locator(`.composer input[name="brief-${what}"][value="${value}"]`).check();
  await choose("dpi", dpi);
  await choose("page", paper);
  if (extent !== undefined) await choose("extent", extent);
  for (const field of TEXTS) {
    const text = order[field];
    if (text !== undefined) await page.locator(`.composer [name="brief-${field}"]`).fill(text);
  }
}

/** Whether the server was asked for the page as it is ordered, and not as it was before the last choice. */
function isSheetFor(order: Order, response: Response): boolean {
  const { pathname, searchParams } = new URL(response.url());
  if (pathname !== "/trpc/brief.sheet") return false;
  const brief = zBrief.parse(JSON.parse(searchParams.get("input") ?? "null"));
  const { page, dpi, extent } = brief;
  return (
    page === order.page &&
    String(dpi) === order.dpi &&
    (order.extent ?? extent.kind) === extent.kind &&
    // An empty text is none.
    TEXTS.every((field) => (order[field] || null) === brief[field])
  );
}

const zAnswer = z.object({ result: z.object({ data: z.object({ sheet: z.object({ id: z.string() }) }) }) });

async function sheetIdIn(answer: Response): Promise<string> {
  const parsed = zAnswer.safeParse(await answer.json().catch(() => undefined));
  if (parsed.success) return parsed.data.result.data.sheet.id;
  throw new Refusal(`The server does not lay the page out: it answers ${answer.status()}.`);
}

/** Ends only by throwing what the composer's line says. */
async function refusalOn(page: Page, order: Order): Promise<never> {
  const line = page.locator('.composer-side [data-refused="true"]');
  await line.waitFor({ timeout: longestOf(order) });
  throw new Refusal(await line.innerText());
}

/** An atlas has minutes for each of its pages, not hours for one: ends only by throwing at which it stands. */
async function standstillOn(page: Page, still: number): Promise<never> {
  const line = page.locator('.composer-atlas [role="status"]');
  for (let said = ""; ; said = await line.innerText()) {
    const next = said === "" ? line.filter({ hasText: /\S/ }) : line.filter({ hasNotText: said });
    await next.waitFor({ timeout: still }).catch((error: unknown) => {
      throw new Refusal(`Nothing has happened for ${still / 1000} s: ${said}`, { cause: error });
    });
  }
}

function refuse(what: string, error: unknown): never {
  const [first] = (error instanceof Error ? error.message : String(error)).split("\n");
  throw new Refusal(`${what}: ${first}`, { cause: error });
}
