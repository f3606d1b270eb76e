import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { WallPanel } from "./action-of-key.ts";
import { Controls } from "./controls.tsx";
import { Pairing } from "./pairing.tsx";
import { Settings } from "./settings.tsx";
import { useRemote } from "./use-remote.ts";
import type { Standing } from "./use-wall.ts";

type PresenterProps = {
  wall: Standing;
  title: string;
  panel: WallPanel | null;
  setPanel: (panel: WallPanel | null) => void;
};

/** What a hand at the wall, or at its remote, has to do with. */
export function Presenter({ wall, title, panel, setPanel }: PresenterProps) {
  const { show, act, stops, items, months, view, ranking, tour, changeTour } = wall;
  const reporting = useMemo(() => ranking.map(({ code }) => code), [ranking]);
  const { link, state } = useRemote(
    { show, stops, items: items.rows, months, layers: view.layers, reporting },
    act,
  );
  const isPairing = panel === "pairing";
  useEffect(() => {
    if (!isPairing) return;
    void link.open();
    // A code that nobody can read any more is none; a pairing goes on.
    return () => link.hide();
  }, [isPairing, link]);
  const shut = () => setPanel(null);
  // A pairing or a code that has ended leaves the panel nothing to say: the next press opens it anew.
  const had = useRef(state.kind);
  useEffect(() => {
    const isOver = had.current !== "closed" && state.kind === "closed" && state.failed === null;
    had.current = state.kind;
    if (isOver && isPairing) setPanel(null);
  }, [state, isPairing, setPanel]);
  return (
    <>
      <Controls
        held={show.held}
        hold={wall.hold}
        title={title}
        at={stops.findIndex(({ scene }) => scene.id === show.scene) + 1}
        of={stops.length}
        act={act}
      />
      {panel === "settings" && (
        <Settings
          tour={tour}
          onTour={(next) => {
            changeTour(next);
            shut();
          }}
          onClose={shut}
        />
      )}
      {isPairing && <Pairing state={state} onOpen={() => void link.open()} onEnd={link.end} onHide={shut} />}
      {panel === "help" && <Help />}
    </>
  );
}

function Help() {
  const { t } = useTranslation();
  return (
    <ul className="wall-panel wall-help">
      {t("wall.help")
        .split(" · ")
        .map((key) => (
          <li key={key}>{key}</li>
        ))}
    </ul>
  );
}
