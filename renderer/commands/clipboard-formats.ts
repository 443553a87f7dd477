import type { Fragment } from '../../shared/model/changes';
import { parseJson } from '../../shared/model/parse-json';
import { z } from '../../shared/model/zod';

/** The format of parts on the clipboard, and the name by which a text says that it is one. */
export const partsType = 'application/vnd.loadline.parts+json';

/** The same format as `navigator.clipboard` names it. */
export const webPartsType = `web ${partsType}`;

/** What lies on the clipboard, a text for each format: any of them may be missing. */
export interface ClipboardTexts {
  readonly parts?: string;
  readonly html?: string;
  readonly text?: string;
}

const envelopeSchema = z.object({
  type: z.literal(partsType),
  fragment: z.object({
    nodes: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    edges: z.array(z.looseObject({ id: z.string(), from: z.string(), to: z.string() })),
    groups: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    flows: z.array(z.looseObject({ id: z.string(), entry: z.string() })),
    marks: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    places: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
    boxes: z.record(
      z.string(),
      z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
    ),
    // A copy of an earlier version has none.
    routes: z
      .record(
        z.string(),
        z.looseObject({ points: z.array(z.object({ x: z.number(), y: z.number() })).exactOptional() }),
      )
      .exactOptional(),
  }),
});

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** A text as HTML that looks like it, with the parts in an attribute: for browsers that drop the format of the parts. */
function htmlOf(text: string, parts: string): string {
  const shown = escaped(text)
    .replace(/^ +/gm, (indent) => '&nbsp;'.repeat(indent.length))
    .replaceAll('\n', '<br>');
  return `<meta charset="utf-8"><div data-loadline-parts="${encodeURIComponent(parts)}">${shown}</div>`;
}

/** Parts as they go onto the clipboard: in their own format, as HTML that carries them, and as `text` for everything else. */
export function clipboardTexts(fragment: Fragment, text: string): Required<ClipboardTexts> {
  const parts = JSON.stringify({ type: partsType, fragment });
  return { parts, html: htmlOf(text, parts), text };
}

function partsOfHtml(html: string | undefined): string | undefined {
  const [, encoded] = /\bdata-loadline-parts="([^"]*)"/.exec(html ?? '') ?? [];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Cut off or written by another program: there are no parts to be had from it.
    return undefined;
  }
}

function fragmentOf(text: string | undefined): Fragment | null {
  if (text?.includes(partsType) !== true) return null;
  const parsed = envelopeSchema.safeParse(parseJson(text).value);
  // What else the parts have is checked once they are in the design.
  return parsed.success ? (parsed.data.fragment as unknown as Fragment) : null;
}

/** The parts on the clipboard, in whichever format they survived; null where there are none. */
export const fragmentIn = ({ parts, html, text }: ClipboardTexts): Fragment | null =>
  fragmentOf(parts) ?? fragmentOf(partsOfHtml(html)) ?? fragmentOf(text);
