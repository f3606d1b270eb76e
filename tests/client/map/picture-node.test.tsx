import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { NOMINAL_SIZE } from "#geo/camera.ts";
import { toMarkup } from "#geo/picture/markup.ts";
import { pictureFragment } from "#geo/picture/overview.ts";
import { sceneOf } from "#geo/picture/scene.ts";
import { pictureElement } from "../../../client/map/picture-node.tsx";
import { aPictureInput } from "../../geo/picture/picture-input.ts";

/** Attribute order, self-closing tags and the unit React adds to bare zeros mean nothing. */
const plain = (markup: string) =>
  markup
    .replace(
      /<(\w+)((?: [\w:-]+="[^"]*")*)\s*(\/?)>/g,
      (_, tag: string, attributes: string, empty: string) => {
        const sorted = [...attributes.matchAll(/[\w:-]+="[^"]*"/g)].map(([one]) => one).toSorted();
        return `<${tag} ${sorted.join(" ")}>${empty ? `</${tag}>` : ""}`;
      },
    )
    .replaceAll("&#x27;", "&#39;");

test.each(["", "region=152500&level=county", "lang=en"])(
  "React draws what the server writes: %j",
  (search) => {
    const complaints = vi.spyOn(console, "error");
    const fragment = pictureFragment(sceneOf(aPictureInput(search), NOMINAL_SIZE, true), "map");
    const drawn = renderToStaticMarkup(pictureElement(fragment));
    expect(plain(drawn)).toBe(plain(toMarkup(fragment)));
    expect(complaints).not.toHaveBeenCalled();
  },
);
