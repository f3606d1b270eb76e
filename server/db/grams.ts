/**
 * Full-text search over single characters and two-character grams written by us, because Chinese has no
 * spaces. The index only narrows: the caller verifies each hit against the words themselves. The one file
 * whose SQL is not dialect-neutral: PostgreSQL will keep the same grams in a `text[]` column under a GIN index,
 * which migration 001 makes; writing and asking it are to come with its driver.
 */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Db, Dialect, Schema } from "./schema.ts";

/** Statements of migration 001: never edited, only followed by a later migration. */
export const CREATE_GRAMS: Record<Dialect, readonly string[]> = {
  sqlite: [
    "create virtual table item_gram using fts5(grams, content='', contentless_delete=1, detail=none, tokenize='ascii')",
  ],
  postgres: [
    "create table item_gram (version_id integer primary key references item_version (id), grams text[] not null)",
    "create index item_gram_grams on item_gram using gin (grams)",
  ],
};

/** A query needs no more grams than this to be narrow; the words decide in the end. */
const MOST_GRAMS = 24;

/** A gram as a word of ASCII letters and digits, so that no tokenizer folds, splits or drops it. */
const encode = (...characters: string[]): string =>
  `g${characters.map((character) => character.codePointAt(0)?.toString(16)).join("x")}`;

/** Every character and every two neighbouring characters of a text, once each. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  let before: string | undefined;
  for (const character of text) {
    grams.add(encode(character));
    if (before !== undefined) grams.add(encode(before, character));
    before = character;
  }
  return [...grams];
}

/** Grams that any text containing `term` has: its pairs, or itself where it is one character. */
export function gramsOfTerm(term: string): string[] {
  const characters = [...term];
  if (characters.length < 2) return characters.map((character) => encode(character));
  const pairs = characters.slice(1).map((character, index) => encode(characters[index] ?? "", character));
  return [...new Set(pairs)].slice(0, MOST_GRAMS);
}

export async function indexWords(db: Db, versionId: number, words: string): Promise<void> {
  await sql`insert into item_gram (rowid, grams) values (${versionId}, ${gramsOf(words).join(" ")})`.execute(
    db,
  );
}

export async function forgetWords(db: Db, versionId: number): Promise<void> {
  await sql`delete from item_gram where rowid = ${versionId}`.execute(db);
}

/** Versions whose words have all the grams of all the terms. */
export function hasGrams(
  eb: ExpressionBuilder<Schema & { v: Schema["item_version"] }, "v">,
  terms: readonly string[],
): Expression<SqlBool> {
  const query = [...new Set(terms.flatMap(gramsOfTerm))].map((gram) => `"${gram}"`).join(" AND ");
  return eb("v.id", "in", sql<number>`(select rowid from item_gram where item_gram match ${query})`);
}
