import type { Language } from "#domain/look/words.ts";

/** Every word of the desk in a language. */
export async function fetchWords(lang: Language): Promise<Record<string, object>> {
  const [{ desk }, { people }, { audit }, { filing }, { months }, { proposals }, { work }] =
    lang === "en"
      ? await Promise.all([
          import("../words/en/desk.ts"),
          import("../words/en/people.ts"),
          import("../words/en/audit.ts"),
          import("../words/en/filing.ts"),
          import("../words/en/months.ts"),
          import("../words/en/proposals.ts"),
          import("../words/en/work.ts"),
        ])
      : await Promise.all([
          import("../words/zh-CN/desk.ts"),
          import("../words/zh-CN/people.ts"),
          import("../words/zh-CN/audit.ts"),
          import("../words/zh-CN/filing.ts"),
          import("../words/zh-CN/months.ts"),
          import("../words/zh-CN/proposals.ts"),
          import("../words/zh-CN/work.ts"),
        ]);
  return { desk, people, audit, filing, months, proposals, work };
}
