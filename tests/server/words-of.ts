import type { IncomingMessage } from "node:http";

/** The words of a stream, one after the other, as a browser's EventSource has them. */
export async function* wordsOf(stream: IncomingMessage): AsyncGenerator<unknown, undefined> {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined && !/^event: /m.test(event)) yield JSON.parse(data);
    }
  }
  return undefined;
}
