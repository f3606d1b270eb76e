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

test("the ledger is open, and a session idle for half an hour ends, unless an administrator says otherwise", () => {
  const { ACCESS, PASSWORD_POLICY, SESSION_IDLE_MINUTES, OIDC_ISSUER, CAS_URL } = parseEnv({});
  expect([ACCESS, PASSWORD_POLICY, SESSION_IDLE_MINUTES, OIDC_ISSUER, CAS_URL]).toEqual([
    "open",
    "asvs",
    30,
    undefined,
    undefined,
  ]);
  expect(parseEnv({ ACCESS: "login", SESSION_IDLE_MINUTES: "10" })).toMatchObject({
    ACCESS: "login",
    SESSION_IDLE_MINUTES: 10,
  });
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
    ["AUDIT_HASH", "md5", "sha256, sm3"],
    ["AUDIT_KEEP_MONTHS", "5", "6 or more"],
    ["SYSLOG", "syslog.example", "udp://HOST:PORT"],
    ["ACCESS", "closed", "open, login"],
    ["PASSWORD_POLICY", "none", "asvs, dengbao"],
    ["SESSION_IDLE_MINUTES", "4", "5 to 720"],
    ["SESSION_IDLE_MINUTES", "half an hour", "5 to 720"],
    ["OIDC_ISSUER", "http://sso.example", "https://"],
    ["OIDC_ISSUER", "https://user:secret@sso.example", "https://"],
    ["CAS_URL", "https://sso.example/cas?x=1", "https://"],
    ["OIDC_NAME", "x".repeat(21), "20 characters"],
    ["DATABASE_URL", "mysql://db", "postgres://"],
  ])("%s=%s", (name, value, expectation) => {
    const parse = () => parseEnv({ [name]: value });
    expect(parse).toThrow(StartError);
    expect(parse).toThrow(new RegExp(`${name} is .*${expectation}`));
  });

  test("half of an OIDC client is refused, and its secret is not repeated", () => {
    const parse = () => parseEnv({ OIDC_ISSUER: "https://sso.example", OIDC_CLIENT_SECRET: "hidden" });
    expect(parse).toThrow(/OIDC_CLIENT_ID is not, expected all three/);
    expect(parse).not.toThrow(/hidden/);
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
