import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/** A judge by one of the extracts: all that is wrong with what it is shown. */
export function judgeBy(schema: object): (data: unknown) => unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (data) => (validate(data) ? [] : [...(validate.errors ?? [])]);
}
