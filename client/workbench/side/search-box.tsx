import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_TEXT } from "#domain/filter.ts";
import { leagueOf } from "#domain/region.ts";
import { regionName, regions } from "../../data/regions.ts";
import { setView } from "../../view/address.ts";
import { withText } from "../../view/change-filter.ts";
import { drillTo } from "../../view/drill.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import "./search.css";
import { suggestRegions } from "./suggest.ts";

/** One box for both: a region to go to, or words to filter items by. Enter takes the words unless one is chosen. */
export function SearchBox() {
  const { t } = useTranslation();
  const view = useView();
  const { lang } = useLook();
  const id = useId();
  const filterText = view.filter.text ?? "";
  const [typed, setTyped] = useState(filterText);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  // The address may change under the box (back, a chip taken off): the box follows it.
  const [lastText, setLastText] = useState(filterText);
  if (lastText !== filterText) {
    setLastText(filterText);
    setTyped(filterText);
  }

  const found = open ? suggestRegions(regions, typed) : [];
  const wanted = typed.trim();
  const options = wanted === "" ? [] : [null, ...found];
  const shown = open && options.length > 0;

  const take = (index: number) => {
    const region = options[index];
    setOpen(false);
    setActive(-1);
    if (region) {
      setTyped(filterText);
      setView(drillTo(region.code));
    } else {
      setView((now) => ({ filter: withText(now.filter, typed), item: null }));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method uses Enter and arrows to choose characters.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") take(active);
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, options.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, -1));
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
    if (event.key.startsWith("Arrow")) setOpen(true);
  };

  return (
    <search className="search">
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={t("side.search")}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={t("side.search")}
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_TEXT}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {typed !== "" && (
        <button
          type="button"
          className="search-clear"
          aria-label={t("side.clearSearch")}
          onClick={() => {
            setTyped("");
            if (filterText !== "") setView((now) => ({ filter: withText(now.filter, "") }));
          }}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("side.searchResults")}
        className="search-options card"
        hidden={!shown}
      >
        {options.map((region, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant, focus stays in the input
          <div
            key={region?.code ?? "text"}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="search-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            {region ? (
              <>
                <Icon name="map" size={15} />
                <span>{regionName(region.code, lang)}</span>
                <span className="meta">
                  {region.level === "county" ? regionName(leagueOf(region.code) ?? "", lang) : region.code}
                </span>
              </>
            ) : (
              <>
                <Icon name="sheet" size={15} />
                <span>{t("side.searchText", { text: wanted })}</span>
              </>
            )}
          </div>
        ))}
      </div>
    </search>
  );
}
