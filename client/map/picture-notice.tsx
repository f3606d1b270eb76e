import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Why the picture stands in for the map. It lies over a part of it, so whoever has read it puts it away. */
export function PictureNotice({ reason }: { reason: "webgl-missing" | "webgl-lost" }) {
  const { t } = useTranslation();
  const [read, setRead] = useState(false);
  if (read) return null;
  const close = t("map.closeNotice");
  return (
    <div className="map-notice">
      <p role="status">{t(`map.${reason}`)}</p>
      <button type="button" aria-label={close} title={close} onClick={() => setRead(true)}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4 12 12M12 4 4 12" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
    </div>
  );
}
