/**
 * `npm run bundle:check`, as root on Debian: a bundle of this machine's kind, unpacked into a bare Debian of its own and
 * started there without a network. Says what it found and ends with 1 where anything is amiss.
 */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isArch, makeBundle } from "#server/bundle/make-bundle.ts";

/** Debian's mirror, for the bare system alone. */
const MIRROR = process.env.DEBIAN_MIRROR ?? "http://deb.debian.org/debian";
const SUITE = "bookworm";
const SERVES_MS = 60_000;

/** Asks within the folder and its empty network: page, ledger, and that there is nothing beyond. */
const PROBE = `
import { setTimeout as pause } from "node:timers/promises";
const until = Date.now() + ${SERVES_MS};
let ready;
while (!ready && Date.now() < until) {
  ready = await fetch("http://127.0.0.1:8080/readyz").then((answer) => answer.ok ? answer.json() : null, () => null);
  if (!ready) await pause(100);
}
const page = await fetch("http://127.0.0.1:8080/").then((answer) => answer.text());
const asset = /\\/assets\\/[^"]+\\.js/.exec(page)?.[0];
const script = await fetch("http://127.0.0.1:8080" + asset);
const beyond = await fetch("${MIRROR}", { signal: AbortSignal.timeout(5000) }).then(() => true, () => false);
console.log(JSON.stringify({ items: ready?.seededItems, title: /<title>([^<]*)/.exec(page)?.[1], script: script.status, beyond }));
`;

const { arch } = process;
if (!isArch(arch)) throw new Error(`no bundle is made for ${arch}`);
const { path, bytes, sha256 } = await makeBundle(arch);
const said = createHash("sha256").update(readFileSync(path)).digest("hex");
if (said !== sha256) throw new Error("the archive is not what its sha256 says");

const bare = mkdtempSync(join(tmpdir(), "bare-debian-"));
try {
  execFileSync("debootstrap", ["--variant=minbase", SUITE, bare, MIRROR], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  execFileSync("tar", ["-xzf", path, "-C", join(bare, "opt")]);
  writeFileSync(join(bare, "opt", "probe.mjs"), PROBE);
  const started = performance.now();
  const script = `
    ip link set lo up
    DATA_DIR=/var/lib/one-map chroot "${bare}" /opt/one-map/start > "${bare}/started.log" 2>&1 &
    server=$!
    chroot "${bare}" sh -c 'exec /opt/one-map/node_modules/node-linux-*/bin/node /opt/probe.mjs'
    kill -TERM $server; wait $server; echo "ended with $?"`;
  const output = await shell("unshare", [
    "--net",
    "sh",
    "-c",
    `mkdir -p "${bare}/var/lib/one-map"; ${script}`,
  ]);
  const [found, ended] = output.trim().split("\n");
  const { items, title, script: status, beyond } = JSON.parse(found ?? "{}") as Record<string, unknown>;
  console.log(
    `${path}: ${(bytes / 2 ** 20).toFixed(0)} MiB; asked after ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  console.log(
    `${title}; ${items} items; a script of the page: ${status}; network beyond: ${beyond}; ${ended}`,
  );
  const isWell = Number(items) > 0 && status === 200 && beyond === false && ended === "ended with 0";
  if (!isWell) {
    console.log(readFileSync(join(bare, "started.log"), "utf8"));
    process.exitCode = 1;
  }
} finally {
  rmSync(bare, { recursive: true, force: true });
}

function shell(command: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.once("error", reject).once("close", () => resolve(output));
  });
}
