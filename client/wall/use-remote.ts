import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LAYER_WORDS } from "#domain/look/words.ts";
import type { LayerName } from "#domain/view.ts";
import type { Action, Show } from "#domain/wall/show.ts";
import type { Stop } from "#domain/wall/tour.ts";
import { page } from "../data/page.ts";
import { regionName } from "../data/regions.ts";
import type { SceneItem } from "./item-rows.tsx";
import { type LinkState, type RemoteLink, remoteLink } from "./remote-link.ts";
import { sceneTitle } from "./scene-words.ts";

const { lang, theme } = page;
/** What a presenter may want out of the way, or see besides. */
const SWITCHES: readonly LayerName[] = [
  "projects",
  "ports",
  "hubs",
  "uhv",
  "gas",
  "waterway",
  "road",
  "water",
  "relief",
];
const MOST_ITEMS = 50;

type Shown = {
  show: Show;
  stops: readonly Stop[];
  items: readonly SceneItem[];
  months: readonly string[];
  layers: readonly LayerName[];
  /** Codes of the regions that a remote may point at. */
  reporting: readonly string[];
};

/** The wall's remote: what it asks for is done here, and what stands here is told to it. */
export function useRemote(
  shown: Shown,
  act: (action: Action) => void,
): { link: RemoteLink; state: LinkState } {
  const { t } = useTranslation();
  const [state, setState] = useState<LinkState>({ kind: "closed", failed: null });
  const onAction = useEffectEvent((action: Action) => act(action));
  const [link, setLink] = useState<RemoteLink | null>(null);
  useEffect(() => {
    const made = remoteLink({ onAction, onState: setState, lang: () => lang });
    setLink(made);
    return () => made.close();
  }, []);
  const { show, stops, items, months, layers, reporting } = shown;
  const told = useMemo(
    () => ({
      show,
      scenes: stops.map(({ scene }) => ({ id: scene.id, title: sceneTitle(scene, t) })),
      items: items.slice(0, MOST_ITEMS).map(({ id, title }) => ({ id, title: title.slice(0, 200) })),
      regions: reporting.map((code) => ({ code, name: regionName(code, lang) })),
      months: [...months],
      layers: SWITCHES.map((name) => ({ name, label: LAYER_WORDS[name][lang], on: layers.includes(name) })),
      lang,
      theme,
    }),
    [show, stops, items, months, layers, reporting, t],
  );
  useEffect(() => link?.tell(told), [link, told]);
  return { link: link ?? IDLE, state };
}

const nothing = () => {};
/** Before the link is made. */
const IDLE: RemoteLink = { open: async () => {}, tell: nothing, hide: nothing, end: nothing, close: nothing };
