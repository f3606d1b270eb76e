import type { TFunction } from "i18next";
import { CORRIDOR_WORDS, nameIn } from "#domain/look/words.ts";
import type { Scene } from "#domain/wall/scene.ts";
import { MAJOR_PORTS } from "#geo/drawn/ports.ts";
import { page } from "../data/page.ts";
import { regionName } from "../data/regions.ts";

const { lang } = page;

/** What a scene is called, on the wall and in its lists. */
export function sceneTitle(scene: Scene, t: TFunction): string {
  switch (scene.kind) {
    case "whole":
      return t("wall.sceneWhole");
    case "papers":
      return t("wall.scenePapers");
    case "unstated":
      return t("wall.sceneUnstated");
    case "corridor":
      return CORRIDOR_WORDS[scene.corridor][lang];
    case "region":
      return regionName(scene.code, lang);
    case "port":
      return portName(scene.code);
  }
}

/** A port zone under the name that the map has for it: 策克口岸 is no region, and lies in 额济纳旗. */
function portName(code: string): string {
  const port = MAJOR_PORTS.find(({ city }) => city === code) ?? MAJOR_PORTS.find(({ city }) => city === null);
  return port ? nameIn(lang, port) : code;
}
