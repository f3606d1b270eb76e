import { NOMINAL_SIZE } from "../camera.ts";
import { rangeRules } from "./bands.ts";
import { boxStyles, emStyle } from "./frame.ts";
import type { PictureInput } from "./input.ts";
import { toMarkup } from "./markup.ts";
import { node, type PictureNode } from "./node.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { SANS } from "./text.ts";
import { SHIFT, tiledRules } from "./tiled.ts";
import { PICTURE_WORDS } from "./words.ts";

export type { PictureInput } from "./input.ts";

/** The fragment for a positioned parent of any size: CSS puts the frame where the map's camera will have it. */
export function pictureFragment(
  { frame, ground, names, background, tiled }: Scene,
  label: string,
  room?: string,
): PictureNode {
  const { outer, inner } = boxStyles(frame, room);
  const moved = tiled.length > 0 ? { translate: `var(${SHIFT},none)` } : {};
  return node(
    "div",
    { style: { position: "absolute", inset: "0", overflow: "hidden", background } },
    node(
      "div",
      { style: { ...outer, ...moved } },
      node(
        "div",
        { style: inner },
        node(
          "svg",
          {
            width: "100%",
            height: "100%",
            role: "group",
            "aria-label": label,
            "font-family": SANS,
            style: { display: "block", overflow: "visible", fontSize: emStyle(frame) },
          },
          ...ground,
          ...names,
        ),
      ),
    ),
  );
}

export type OverviewPicture = {
  /** No script, no style sheet: nothing that the page's policy would refuse. */
  markup: string;
  /** CSS for the page's own style sheet, without which the names of every window would show at once. */
  rules: string;
};

/** What the server writes into a page; `room` as `boxStyles` has it. */
export function overviewPicture(input: PictureInput, room?: string): OverviewPicture {
  const scene = sceneOf(input, NOMINAL_SIZE, false, "first-picture");
  const markup = toMarkup(pictureFragment(scene, PICTURE_WORDS.title[input.lang], room));
  return { markup, rules: rangeRules(scene.ranges) + tiledRules(scene.tiled) };
}
