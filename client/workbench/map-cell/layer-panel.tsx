import { useTranslation } from "react-i18next";
import { LAYER_WORDS } from "#domain/look/words.ts";
import { LAYERS, type LayerName } from "#domain/view.ts";
import { showsBars } from "#geo/drawn/mix.ts";
import { setView } from "../../view/address.ts";
import { toggled } from "../../view/change-filter.ts";
import { useView } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";

const GROUPS = [
  { name: "shell.layersGround", layers: ["progress", "bars", "relief", "water", "counties", "labels"] },
  {
    name: "shell.layersItems",
    layers: ["projects", "uhv", "gas", "waterway", "road", "rail", "hubs", "ports"],
  },
  { name: "shell.layersOther", layers: ["counties2012", "guofa21", "later"] },
] as const satisfies readonly { name: string; layers: readonly LayerName[] }[];

const ORDER = Object.keys(LAYERS) as LayerName[];

/** Every layer a reader may switch. The address keeps only what differs from the usual. */
export function LayerPanel() {
  const { t } = useTranslation();
  const say = useSay();
  const view = useView();
  return (
    <div className="layer-panel">
      {GROUPS.map(({ name, layers }) => (
        <fieldset key={name}>
          <legend>{t(name)}</legend>
          {layers.map((layer) => (
            <label key={layer}>
              <input
                type="checkbox"
                checked={view.layers.includes(layer) || (layer === "bars" && showsBars(view))}
                // Where the bars are the measure, it and not this box puts them away.
                disabled={layer === "bars" && view.measure === "mix"}
                onChange={() =>
                  setView(
                    (now) => {
                      const on = toggled(now.layers, layer);
                      return { layers: ORDER.filter((one) => on.includes(one)) };
                    },
                    { replace: true },
                  )
                }
              />
              {say(LAYER_WORDS[layer])}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
