import { ConfigProvider } from "antd";
import enUS from "antd/es/locale/en_US.js";
import zhCN from "antd/es/locale/zh_CN.js";
import type { ReactNode } from "react";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import { antdTheme } from "./antd-theme.ts";
import { wantsLessMotion } from "./less-motion.ts";

/** From `es`: English is antd's own default, so this is the copy that it has already. */
const ANTD_WORDS = { en: enUS, "zh-CN": zhCN } as const;

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** What antd draws within it speaks our language and wears our colours; its styles carry the page's nonce. */
export function AntdFrame(props: {
  lang: Language;
  theme: Theme;
  popupContainer?: () => HTMLElement;
  children: ReactNode;
}) {
  const { lang, theme, popupContainer, children } = props;
  return (
    <ConfigProvider
      locale={ANTD_WORDS[lang]}
      theme={antdTheme(theme, { moves: !wantsLessMotion() })}
      button={{ autoInsertSpace: false }}
      {...(nonce ? { csp: { nonce } } : {})}
      {...(popupContainer ? { getPopupContainer: popupContainer } : {})}
    >
      {children}
    </ConfigProvider>
  );
}
