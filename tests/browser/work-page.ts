/** What one does on the pages of the office's work, by the words on them. */
import type { Locator, Page } from "playwright-core";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { filing } from "../../client/words/zh-CN/filing.ts";
import { work as zh } from "../../client/words/zh-CN/work.ts";

export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
export const dialog = (page: Page): Locator => page.getByRole("dialog");
export const field = (page: Page | Locator, name: string): Locator => page.getByLabel(name, { exact: true });

/** Chooses one of a list that narrows as one types. @param at which of those of this name, from 0 */
export async function choose(page: Page, name: string, wanted: string, at = 0): Promise<void> {
  await page.getByRole("combobox", { name, exact: true }).nth(at).fill(wanted);
  // What Enter takes is marked some moments after the list has narrowed.
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active")
    .filter({ hasText: wanted })
    .waitFor();
  await page.keyboard.press("Enter");
}

export const confirm = (page: Page): Promise<void> =>
  dialog(page).getByRole("button", { name: filing.confirm }).click();

/** The record that is open has come to a state. */
export const stateShown = (page: Page, words: string): Promise<void> =>
  page.locator("article header .filing-state", { hasText: words }).waitFor();

/** Asks for a step: its dialog is open. */
export async function asked(page: Page, step: keyof typeof zh.step): Promise<void> {
  await button(page, zh.step[step]).click();
  await dialog(page).waitFor();
}

/** Takes a step that asks for no more than words. */
export async function take(page: Page, step: keyof typeof zh.step, words?: string): Promise<void> {
  await asked(page, step);
  if (words !== undefined) await dialog(page).getByRole("textbox").fill(words);
  await confirm(page);
  await dialog(page).waitFor({ state: "hidden" });
}

/** Takes a step that asks for its day, and for words where some are given. */
export async function takeOn(
  page: Page,
  step: keyof typeof zh.day,
  day: string,
  words?: string,
): Promise<void> {
  await asked(page, step);
  await dialog(page).getByLabel(zh.day[step], { exact: true }).fill(day);
  if (words !== undefined) await dialog(page).getByRole("textbox").last().fill(words);
  await confirm(page);
  await dialog(page).waitFor({ state: "hidden" });
}

/** Begins a record of a noun. */
export async function begin(page: Page, noun: WorkNoun): Promise<void> {
  await button(page, zh.begin[noun]).click();
  await page.getByRole("heading", { level: 2, name: zh.begin[noun] }).waitFor();
}
