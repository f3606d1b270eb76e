import { readFile } from "node:fs/promises";
import type { Browser, Page, Response } from "playwright-core";
import { z } from "zod";
import { zBrief } from "#domain/brief/brief.ts";
import { formatView } from "#domain/view.ts";
import { launchChromium } from "../chromium.ts";
import type { Order } from "./arguments.ts";
import { Refusal } from "./refusals.ts";

/** What `--extent view` is the view of: a map's usual screen. */
const SCREEN = { width: 1920, height: 1080 } as const;
/** For each step: longer than the page itself waits for the largest picture, drawn without a graphics card. */
const LONGEST_MS = 180_000;

/** `wrong`: what the composer says is to be mended in it. */
export type Composed = { file: Uint8Array; wrong: string[] };

/**
 * A page from the composer itself, used as a person does, in a browser without a window.
 * @throws Refusal
 */
export async function composePage(order: Order, chrome: string | undefined): Promise<Composed> {
  const browser = await launchChromium(chrome).catch((error: unknown) =>
    refuse("No browser starts (CHROME_PATH names another)", error),
  );
  try {
    return await composeIn(browser, order);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse("The browser did not finish", error);
  } finally {
    await browser.close();
  }
}

async function composeIn(browser: Browser, order: Order): Promise<Composed> {
  const page = await browser.newPage({ viewport: SCREEN, reducedMotion: "reduce" });
  page.setDefaultTimeout(LONGEST_MS);
  await page.goto(`${order.url}/?${formatView(order.view)}`);
  // The page's map shows what the live one has loaded.
  await page.locator('[role="application"][aria-busy="false"]').waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isSheetFor(order, response)),
    openAndChoose(page, order),
  ]);
  const files = page.locator(`.composer-files[data-page="${await sheetIdIn(answer)}"]`);
  const [, download] = await Promise.all([
    files.locator(`button[data-format="${order.format}"]`).click(),
    Promise.race([page.waitForEvent("download"), refusalOn(page)]),
  ]);
  const wrong = await page.locator('.brief-checks li[data-weight="wrong"]').allInnerTexts();
  return {
    file: await readFile(await download.path()),
    wrong: wrong.map((text) => text.replace(/\s+/g, " ").trim()),
  };
}

/** The resolution first: a page for a screen has no choice of it. */
async function openAndChoose(page: Page, { dpi, page: paper, extent }: Order): Promise<void> {
  await page.locator("button.export").click();
  await page.locator(".export-menu button").first().click();
  const choose = (what: string, value: string) =>
    page.locator(`.composer input[name="brief-${what}"][value="${value}"]`).check();
  await choose("dpi", dpi);
  await choose("page", paper);
  if (extent !== undefined) await choose("extent", extent);
}

/** Whether the server was asked for the page as it is ordered, and not as it was before the last choice. */
function isSheetFor(order: Order, response: Response): boolean {
  const { pathname, searchParams } = new URL(response.url());
  if (pathname !== "/trpc/brief.sheet") return false;
  const { page, dpi, extent } = zBrief.parse(JSON.parse(searchParams.get("input") ?? "null"));
  return page === order.page && String(dpi) === order.dpi && (order.extent ?? extent.kind) === extent.kind;
}

const zAnswer = z.object({ result: z.object({ data: z.object({ sheet: z.object({ id: z.string() }) }) }) });

async function sheetIdIn(answer: Response): Promise<string> {
  const parsed = zAnswer.safeParse(await answer.json().catch(() => undefined));
  if (parsed.success) return parsed.data.result.data.sheet.id;
  throw new Refusal(`The server does not lay the page out: it answers ${answer.status()}.`);
}

/** Ends only by throwing what the composer's line says. */
async function refusalOn(page: Page): Promise<never> {
  const line = page.locator('.composer-files [data-refused="true"]');
  await line.waitFor();
  throw new Refusal(await line.innerText());
}

function refuse(what: string, error: unknown): never {
  const [first] = (error instanceof Error ? error.message : String(error)).split("\n");
  throw new Refusal(`${what}: ${first}`, { cause: error });
}
