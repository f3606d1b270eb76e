import { type Attachment, zAttachment } from "#domain/report/report.ts";

/** Most that one file may have: the server's own bound, said before 20 MB have gone over a slow line. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const FILE_TYPES = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx";

/** Why a file was not taken, for words to be made of. */
export const FILE_REFUSALS = [
  "size",
  "type",
  "damaged",
  "locked",
  "active",
  "unpacked",
  "offline",
  "signedOut",
  "other",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

export class FileRefused extends Error {
  readonly why: FileRefusal;
  constructor(why: FileRefusal, message: string) {
    super(message);
    this.name = "FileRefused";
    this.why = why;
  }
}

const SENTENCES: readonly (readonly [RegExp, FileRefusal])[] = [
  [/password/, "locked"],
  [/macros|embedded|from outside/, "active"],
  [/unpacks|too long|parts/, "unpacked"],
  [/cut off|damaged|whole|after its end|as office programs/, "damaged"],
  [/expected a/, "type"],
];

/** What a refusal of the server is about. */
export function refusalOf(status: number, message: string): FileRefusal {
  if (status === 413) return "size";
  if (status === 401) return "signedOut";
  return SENTENCES.find(([pattern]) => pattern.test(message))?.[1] ?? "other";
}

/** What is wrong with a file by its looks alone; null for what the server is to judge. */
export function refusedAtSight({ name, size }: { name: string; size: number }): FileRefusal | null {
  if (size > MAX_FILE_BYTES) return "size";
  return FILE_TYPES.split(",").some((end) => name.toLowerCase().endsWith(end)) ? null : "type";
}

/**
 * Sends a file. `fetch` does not say how far it is.
 * @param onPart 0 to 1
 * @param cancelled ends the sending: what has gone already the server forgets, for it was never whole
 * @throws FileRefused, or the reason of `cancelled`
 */
export function sendFile(
  file: File,
  onPart: (part: number) => void,
  cancelled: AbortSignal,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const refused = refusedAtSight(file);
    if (refused !== null) return reject(new FileRefused(refused, file.name));
    const request = new XMLHttpRequest();
    request.open("POST", "/attachments");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    cancelled.addEventListener("abort", () => request.abort(), { once: true });
    request.onabort = () => reject(cancelled.reason);
    request.onerror = () => reject(new FileRefused("offline", file.name));
    request.onload = () => {
      const answer: unknown = readJson(request.responseText);
      const taken = zAttachment.safeParse(answer);
      if (request.status === 201 && taken.success) return resolve(taken.data);
      const message = messageIn(answer);
      reject(new FileRefused(refusalOf(request.status, message), message));
    };
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

const messageIn = (answer: unknown): string =>
  (answer as { error?: { message?: string } } | null)?.error?.message ?? "";
