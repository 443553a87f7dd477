const spaces = /\s*/y;

/** What XML allows before the root element: how each begins and ends. */
const prologue = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
] as const;

/** Where the root of an XML text begins, after what may be before it; −1 for none. Each character is read once or twice. */
export function xmlRootAt(text: string): number {
  for (let at = 0; ; ) {
    spaces.lastIndex = at;
    spaces.test(text);
    at = spaces.lastIndex;
    const part = prologue.find(([open]) => text.slice(at, at + open.length).toUpperCase() === open);
    if (part === undefined) return text.startsWith('<', at) ? at : -1;
    const [open, close] = part;
    const end = text.indexOf(close, at + open.length);
    if (end < 0) return -1;
    at = end + close.length;
  }
}

/** Whether a text begins as an SVG does. */
export function looksLikeSvg(text: string): boolean {
  const root = xmlRootAt(text);
  return root >= 0 && /^<svg[\s>/]/i.test(text.slice(root, root + 5));
}
