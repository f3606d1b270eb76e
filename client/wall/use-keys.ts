import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Action, Show } from "#domain/wall/show.ts";
import { pressed, type WallPanel } from "./action-of-key.ts";

/** A stroke across the screen, px of it: shorter is a touch. */
const STROKE = 0.08;

/** A number is over when no digit has followed for so long. */
const ALONE_MS = 900;

/** Of the items that stand on the wall now, whichever page of them that is. */
function itemAt(digits: string): Action | null {
  const shown = document.querySelectorAll<HTMLElement>(".wall-items [data-item]");
  const id = /^[1-9]$/.test(digits) ? shown[Number(digits) - 1]?.dataset.item : undefined;
  return id === undefined ? null : { do: "item", id };
}

/**
 * The presenter's keys, clicker and strokes, and which of the presenter's panels is open. They mean the same whatever has
 * the focus, the map too, but for what is typed into a field and for a focused button's own two.
 */
export function useKeys(
  show: Show,
  act: (action: Action) => void,
  scenes: readonly string[],
): [panel: WallPanel | null, setPanel: (panel: WallPanel | null) => void] {
  const [panel, setPanel] = useState<WallPanel | null>(null);
  const typed = useRef({ digits: "", timer: 0 });
  /** Digits and Enter jump to the scene of that number; one digit that is left alone opens that item. */
  const typeNumber = (key: string): boolean => {
    const isDigit = /^\d$/.test(key);
    if (!isDigit && (key !== "Enter" || typed.current.digits === "")) return false;
    clearTimeout(typed.current.timer);
    const digits = isDigit ? typed.current.digits + key : typed.current.digits;
    const settle = (action: Action | null) => {
      typed.current.digits = "";
      if (action) act(action);
    };
    if (isDigit) {
      const item = itemAt(digits);
      const timer = window.setTimeout(() => settle(item), ALONE_MS);
      typed.current = { digits, timer };
    } else {
      const scene = scenes[Number(digits) - 1];
      settle(scene === undefined ? null : { do: "go", scene });
    }
    return true;
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const isField = event.target instanceof Element && event.target.closest("input, select, textarea");
    // The months' slider needs no more than the arrows: it leaves the clicker its two.
    const isSlider = event.target instanceof HTMLInputElement && event.target.type === "range";
    const isClicker = isSlider && /^Page(Up|Down)$/.test(event.key);
    const isPress =
      event.target instanceof Element && event.target.closest("button, a") && /^( |Enter)$/.test(event.key);
    if (isPress || (isField && !isClicker && event.key !== "Escape")) return;
    const isTyped = typeNumber(event.key);
    const meant = isTyped ? null : pressed(event.key, show, panel !== null);
    if (!isTyped && meant === null) return;
    event.preventDefault();
    // The map walks its regions by the same keys.
    event.stopPropagation();
    if (meant === null) return;
    if ("action" in meant) act(meant.action);
    else setPanel("close" in meant || meant.panel === panel ? null : meant.panel);
  });
  const stroke = useEffectEvent((from: PointerEvent, to: PointerEvent) => {
    const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
    const onMap = from.target instanceof Element && from.target.closest(".map-stage, .wall-panel, input");
    if (onMap || Math.abs(across) < STROKE * innerWidth || Math.abs(across) < 2 * Math.abs(down)) return;
    dropNextClick();
    act({ do: "step", by: across < 0 ? 1 : -1 });
  });
  useEffect(() => {
    let from: PointerEvent | null = null;
    const onDown = (event: PointerEvent) => {
      from = event;
    };
    const onUp = (event: PointerEvent) => {
      if (from) stroke(from, event);
      from = null;
    };
    window.addEventListener("keydown", onKeyDown, CAPTURE);
    window.addEventListener("click", letGoOfButton);
    window.addEventListener("pointerdown", onDown);
    window.addEventListener("pointerup", onUp);
    return () => {
      window.removeEventListener("keydown", onKeyDown, CAPTURE);
      window.removeEventListener("click", letGoOfButton);
      window.removeEventListener("pointerdown", onDown);
      window.removeEventListener("pointerup", onUp);
    };
  }, []);
  return [panel, setPanel];
}

/** Before what has the focus. */
const CAPTURE = { capture: true } as const;

/** A button of the wall that a pointer has pressed has the focus no longer: the next space is the presenter's. */
function letGoOfButton({ target, detail }: MouseEvent): void {
  const button = target instanceof Element && detail > 0 && target.closest<HTMLElement>("button");
  if (button && !button.closest(".wall-panel, .pairing")) button.blur();
}

/** A stroke that ends on the button where it began is a stroke, and no press of it. */
function dropNextClick(): void {
  const drop = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", drop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", drop, { capture: true }));
}
