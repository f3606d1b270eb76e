import { useTranslation } from "react-i18next";
import { creditIn, creditsInLine, NO_REVIEW_NUMBER } from "#domain/look/words.ts";
import { cameraForView } from "#geo/camera.ts";
import { page } from "../../data/page.ts";
import { regions } from "../../data/regions.ts";
import { metresPerPixel, scaleBar } from "../../map/scale.ts";
import { usePanelView } from "../../view/panel-view.ts";
import { useLook } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { Icon } from "../ui/icons.tsx";
import { Pop } from "../ui/pop.tsx";

const WIDEST_PX = 80;

/**
 * 审图号 or its lack, the scale at the map's centre, and whose boundaries and ground these are: in short, and in
 * full at a press.
 */
export function Strip({ size }: { size: { width: number; height: number } | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const { lang } = useLook();
  const view = usePanelView();
  const { reviewNumber } = page.boundary;
  const credits = page.boundary.credits.map((credit) => creditIn(lang, credit));
  const camera = size && cameraForView(view, regions, size);
  const bar = camera && scaleBar(metresPerPixel(camera.zoom, camera.lat), WIDEST_PX);
  const number = new Intl.NumberFormat(lang);
  const line = creditsInLine(lang, page.boundary.credits);
  return (
    <footer className="strip">
      <span>{reviewNumber ?? say(NO_REVIEW_NUMBER)}</span>
      {bar && (
        <span className="scale">
          <span className="scale-bar" style={{ width: bar.px }} />
          {bar.metres >= 1000
            ? t("shell.scaleKm", { km: number.format(bar.metres / 1000) })
            : t("shell.scaleM", { m: number.format(bar.metres) })}
        </span>
      )}
      <Pop
        wrapClass="strip-credits"
        className="credits-button"
        align="end"
        label={`${t("shell.credits")}: ${line}`}
        title={credits.join(" · ")}
        button={
          <>
            <span>{line}</span>
            <Icon name="chevron" size={12} />
          </>
        }
      >
        {() => (
          <ul className="credits-list">
            {credits.map((credit) => (
              <li key={credit}>{credit}</li>
            ))}
          </ul>
        )}
      </Pop>
    </footer>
  );
}
