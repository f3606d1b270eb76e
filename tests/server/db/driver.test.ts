import { Kysely } from "kysely";
import { expect, test } from "vitest";
import { UncertainError } from "#domain/error.ts";
import { DatabaseError, type WorkerConnection } from "#server/db/connection.ts";
import { workerDialect } from "#server/db/driver.ts";

/** A database whose commit is answered with a code of SQLite's; it says what was asked of it. */
function failing(code: string | null) {
  const asked: string[] = [];
  const connection = {
    alive: true,
    send: (sql: string) => {
      asked.push(sql);
      if (sql === "commit") return Promise.reject(new DatabaseError({ message: "commit failed", code }));
      if (sql === "rollback")
        return Promise.reject(
          new DatabaseError({ message: "cannot rollback - no transaction is active", code: "SQLITE_1" }),
        );
      return Promise.resolve({ rows: [] });
    },
    executeQuery: ({ sql }: { sql: string }) => connection.send(sql),
    close: () => Promise.resolve(),
  };
  const dialect = workerDialect([connection as unknown as WorkerConnection], () => Promise.reject(), "begin");
  return { db: new Kysely<Record<string, never>>({ dialect }), asked };
}

const committed = (code: string | null) => {
  const { db, asked } = failing(code);
  return { asked, answer: db.transaction().execute(() => Promise.resolve("done")) };
};

test.each(["SQLITE_10", "SQLITE_1034", "SQLITE_778"])(
  "where the disk fails as a change is kept (%s), nobody says that it was not done",
  async (code) => {
    const { answer, asked } = committed(code);
    await expect(answer).rejects.toThrow(UncertainError);
    expect(asked).toEqual(["begin", "commit", "rollback"]);
  },
);

test.each(["SQLITE_13", "SQLITE_5", null])(
  "what refuses a commit otherwise (%s) is told as it is",
  async (code) => {
    await expect(committed(code).answer).rejects.toThrow(DatabaseError);
  },
);
