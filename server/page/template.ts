import { DEMO_WORDS, PAGE_WORDS } from "#domain/look/words.ts";
import type { PageData } from "#domain/page.ts";
import type { OverviewPicture } from "#geo/picture/overview.ts";
import type { Preference } from "./preference.ts";

export type Filling = { picture: OverviewPicture; data: PageData };

/**
 * The page's HTML with all that the server knows put in but the nonce, in the pieces that it joins: the
 * pieces are kept, the nonce is each answer's own. Only the template is searched for it, never the filling.
 */
export function fillTemplate(template: string, { picture, data }: Filling): string[] {
  return fill(template, {
    ...lookValues(data),
    "%revision%": String(data.revision),
    "@layer picture-rules;": picture.rules,
    "<!--first-picture-->": picture.markup,
    // `<` is written so that no text of the ledger can end the script element.
    "<!--page-data-->": JSON.stringify(data).replaceAll("<", "\\u003c"),
  });
}

/** The same of a page that shows no map and brings nothing of the ledger. */
export const fillPlain = (template: string, look: Preference, demo: boolean): string[] =>
  fill(template, {
    ...lookValues(look),
    "<!--demo-mark-->": demo ? `<p class="demo-mark">${DEMO_WORDS[look.lang]}</p>` : "",
  });

const lookValues = ({ lang, theme }: Preference): Record<string, string> => ({
  "%lang%": lang,
  "%theme%": theme,
  "%product%": PAGE_WORDS.product[lang],
  "%subtitle%": PAGE_WORDS.subtitle[lang],
  "%no-script%": PAGE_WORDS.noScript[lang],
});

function fill(template: string, values: Readonly<Record<string, string>>): string[] {
  return template
    .split("%nonce%")
    .map((piece) =>
      piece.replace(
        /%(?:lang|theme|revision|product|subtitle|no-script)%|@layer picture-rules;|<!--(?:first-picture|page-data|demo-mark)-->/g,
        (placeholder) => values[placeholder] ?? "",
      ),
    );
}
