import { type UploadStatus, zUploadStatus } from "#domain/sheet/upload.ts";
import { CallError } from "../../desk/call.ts";

/** Most that a sheet may have: the server's own bound, said before 10 MB have gone over a slow line. */
export const MAX_SHEET_BYTES = 10 * 1024 * 1024;
export const SHEET_TYPES = ".xlsx,.csv";

/** Address of the unit's sheet, of what was refused of one, or of the way back. */
export const sheetAddress = (
  what: "sheet.xlsx" | "sheet.csv" | "refused.xlsx" | "refused.csv" | "upload",
  query: Record<string, string>,
): string => `/filing/${what}?${new URLSearchParams(query)}`;

/** The server's answer to a sheet that was sent: its status, or the code of a refusal as procedures give it. */
export function answerOf(status: number, text: string): UploadStatus {
  const answer = readJson(text);
  const taken = zUploadStatus.safeParse(answer);
  if (status === 202 && taken.success) return taken.data;
  const { error } = (answer ?? {}) as { error?: { message?: string; data?: { code?: string } } };
  throw new CallError({ code: error?.data?.code ?? "UNREADABLE", httpStatus: status }, error?.message ?? "");
}

/**
 * Sends a filled-in sheet. `fetch` does not say how far it is.
 * @param onPart 0 to 1
 * @param cancelled ends the sending: the server reads no sheet that has not come whole
 * @throws CallError with the server's code, `OFFLINE`, or `PAYLOAD_TOO_LARGE` before anything is sent; the reason of
 * `cancelled`
 */
export function sendSheet(
  file: File,
  of: { unit: string; month: string },
  onPart: (part: number) => void,
  cancelled: AbortSignal,
): Promise<UploadStatus> {
  return new Promise((resolve, reject) => {
    if (file.size > MAX_SHEET_BYTES) return reject(new CallError({ code: "PAYLOAD_TOO_LARGE" }, file.name));
    const request = new XMLHttpRequest();
    request.open("POST", sheetAddress("upload", { ...of, name: file.name.slice(-255) }));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    cancelled.addEventListener("abort", () => request.abort(), { once: true });
    request.onabort = () => reject(cancelled.reason);
    request.onerror = () => reject(new CallError({ code: "OFFLINE" }, file.name));
    request.onload = () => {
      try {
        resolve(answerOf(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    if (cancelled.aborted) return reject(cancelled.reason);
    request.send(file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
