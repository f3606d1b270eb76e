import { remarkIn } from "#domain/look/words.ts";
import { useLook } from "../../view/use-view.ts";

/** What we remark beside the source's words; a screen reader is told which language it is in. */
export function Remark({ text, english }: { text: string; english: string | undefined }) {
  const { lang } = useLook();
  const remark = remarkIn(lang, text, english);
  return <span lang={remark.lang}>{remark.text}</span>;
}
