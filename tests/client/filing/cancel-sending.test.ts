import { beforeEach, expect, test, vi } from "vitest";
import { sendFile } from "../../../client/filing/send-file.ts";
import { sendSheet } from "../../../client/filing/sheet/send-sheet.ts";

/** A request on a slow line: it is on its way until it is ended. */
class SlowRequest {
  static latest: SlowRequest;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onabort = () => {};
  state: "made" | "sent" | "aborted" = "made";
  constructor() {
    SlowRequest.latest = this;
  }
  open(): void {}
  setRequestHeader(): void {}
  send(): void {
    this.state = "sent";
  }
  abort(): void {
    this.state = "aborted";
    this.onabort();
  }
}
beforeEach(() => void vi.stubGlobal("XMLHttpRequest", SlowRequest));

const OF = { unit: "dept-water", month: "2026-11" };
const ways = {
  "an attachment": (onPart: (part: number) => void, signal: AbortSignal) =>
    sendFile(new File(["x"], "批复.pdf"), onPart, signal),
  "a sheet": (onPart: (part: number) => void, signal: AbortSignal) =>
    sendSheet(new File(["x"], "月报.xlsx"), OF, onPart, signal),
};

test.each(Object.entries(ways))("%s that is called back on its way is sent no further", async (_, send) => {
  const cancel = new AbortController();
  const onPart = vi.fn();
  const sent = send(onPart, cancel.signal);
  SlowRequest.latest.upload.onprogress?.({ loaded: 1, total: 4 });
  expect(onPart).toHaveBeenCalledWith(0.25);
  expect(SlowRequest.latest.state).toBe("sent");
  cancel.abort();
  await expect(sent).rejects.toBe(cancel.signal.reason);
  expect(SlowRequest.latest.state).toBe("aborted");
});

test("a sheet that is called back before it could leave never leaves", async () => {
  await expect(ways["a sheet"](() => {}, AbortSignal.abort("enough"))).rejects.toBe("enough");
  expect(SlowRequest.latest.state).toBe("made");
});
