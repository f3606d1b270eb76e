import { describe, expect, test } from "vitest";
import { parseEnv } from "#server/env.ts";
import { StartError } from "#server/start-error.ts";

test("maps without a review number go out unless an administrator says otherwise", () => {
  expect(
    [{}, { REQUIRE_REVIEW_NUMBER: "false" }, { REQUIRE_REVIEW_NUMBER: "true" }].map(
      (set) => parseEnv(set).REQUIRE_REVIEW_NUMBER,
    ),
  ).toEqual([false, false, true]);
});

test("nothing set is a server on this machine alone", () => {
  const env = parseEnv({});
  expect([env.HOST, env.PORT, env.LOG_LEVEL]).toEqual(["127.0.0.1", 8080, "info"]);
  expect(env.DATA_DIR).toMatch(/[/\\]data$/);
  expect(parseEnv({ PORT: "", HOST: "" })).toEqual(env);
});

describe("a wrong value is named with what was expected", () => {
  test.each([
    ["PORT", "http", "whole number"],
    ["PORT", "65536", "65535"],
    ["PORT", "-1", "whole number"],
    ["HOST", "http://x/", "host name"],
    ["LOG_LEVEL", "loud", "info"],
    ["TLS_CERT", "/no/such/file.pem", "file that exists"],
    ["CHROME_PATH", "/no/such/chrome", "file that exists"],
    ["REQUIRE_REVIEW_NUMBER", "1", "true or false"],
    ["DATABASE_URL", "mysql://db", "postgres://"],
  ])("%s=%s", (name, value, expectation) => {
    const parse = () => parseEnv({ [name]: value });
    expect(parse).toThrow(StartError);
    expect(parse).toThrow(new RegExp(`${name} is .*${expectation}`));
  });

  test("a certificate without its key is refused", () => {
    expect(() => parseEnv({ TLS_CERT: import.meta.filename })).toThrow(/TLS_KEY is not set/);
  });

  test.each([
    "postgres://user:secret@db/one",
    "postgres://user:p@ss-secret@db/one",
    "postgres://user:p/ss?-secret@db/one",
    "postgres://user@db/one?password=secret",
  ])("PostgreSQL is refused plainly, and its password is not repeated: %s", (url) => {
    const parse = () => parseEnv({ DATABASE_URL: url });
    expect(parse).toThrow(/no driver/);
    expect(parse).toThrow(/postgres:\/\/…@db\/one/);
    expect(parse).not.toThrow(/secret|ss/);
  });

  test("what is no address of a database is refused without what may be its password", () => {
    expect(() => parseEnv({ DATABASE_URL: "user:secret@db" })).toThrow(/"…@db", expected postgres/);
  });
});
