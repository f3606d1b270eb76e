import type { ThemeConfig } from "antd";
import { PALETTE, type Theme } from "#domain/look/palette.ts";

/**
 * Our tokens as antd's: it computes hovers and borders from them, so it needs values and not CSS variables.
 * @param moves false for a reader who wants no motion
 */
export function antdTheme(theme: Theme, { moves }: { moves: boolean }): ThemeConfig {
  const palette = PALETTE[theme];
  return {
    token: {
      motion: moves,
      colorPrimary: palette.accent,
      // Red, yellow and green are the lights' alone.
      colorInfo: palette.accent,
      colorSuccess: palette.accent,
      colorWarning: palette.ink,
      colorError: palette.ink,
      colorTextLightSolid: palette.onAccent,
      colorBgBase: palette.surface,
      colorTextBase: palette.ink,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorText: palette.ink,
      colorTextSecondary: palette.ink2,
      colorTextPlaceholder: palette.ink3,
      colorTextQuaternary: palette.ink3,
      colorBorder: palette.controlEdge,
      colorBorderSecondary: palette.hairline,
      controlItemBgActive: palette.accentWash,
      controlItemBgHover: palette.sunken,
      colorFillSecondary: palette.accentWash,
      borderRadius: 4,
      fontSize: 14,
      controlHeight: 32,
      fontFamily: "var(--sans)",
      boxShadowSecondary: theme === "dark" ? "0 2px 12px #000814" : "0 4px 16px #16243a22",
    },
    components: { Button: { defaultShadow: "none", primaryShadow: "none" } },
  };
}
