import type { Locator } from "playwright-core";

/** Most presses of Tab that a control may lie away. */
const MOST = 150;

/** Goes on by Tab until the control has the focus: whoever has no mouse gets there so. */
export async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor();
  const { keyboard } = wanted.page();
  for (let presses = 0; presses < MOST; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await keyboard.press("Tab");
  }
  throw new Error(`no Tab leads to ${wanted}`);
}

/** Presses a control as one does who has no mouse: a button or link by Enter, a box to tick by Space. */
export async function press(wanted: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(wanted);
  await wanted.page().keyboard.press(key);
}

/** Types into a field that Tab leads to, in place of what stands there. */
export async function type(wanted: Locator, words: string): Promise<void> {
  await tabTo(wanted);
  const { keyboard } = wanted.page();
  await keyboard.press("ControlOrMeta+A");
  await keyboard.insertText(words);
}

/** Chooses in a list that is not opened: an arrow key goes on by one, and what lies between is passed. */
export async function pick(wanted: Locator, value: string): Promise<void> {
  await tabTo(wanted);
  const { keyboard } = wanted.page();
  await keyboard.press("Home");
  const count = await wanted.locator("option").count();
  for (let presses = 0; presses < count; presses += 1) {
    if ((await wanted.inputValue()) === value) return;
    await keyboard.press("ArrowDown");
  }
  throw new Error(`${wanted} has no choice ${value}`);
}
