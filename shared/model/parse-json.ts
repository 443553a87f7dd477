import { firstJsonError, type JsonError } from './json-error';

/** A value of a JSON text, or why the text is not JSON. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly value: undefined;
      /** In the words of the JavaScript engine. */
      readonly reason: string;
      /** Where the text stops being JSON; looked for when it is called. */
      readonly place: () => JsonError;
    };

/** The value of a text that may not be JSON: one by a person, by another program, or cut off by a crash. Never throws. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, value: undefined, reason, place: () => firstJsonError(text) };
  }
}
