const spaces = /\s*/y;

/** What XML allows before the root element: how each begins and ends. */
const prologue = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
] as const;

/** Whether a text begins as an SVG does, after what XML allows before its root. Each character is read once or twice. */
export function looksLikeSvg(text: string): boolean {
  for (let at = 0; ; ) {
    spaces.lastIndex = at;
    spaces.test(text);
    at = spaces.lastIndex;
    const part = prologue.find(([open]) => text.slice(at, at + open.length).toUpperCase() === open);
    if (part === undefined) return /^<svg[\s>/]/i.test(text.slice(at, at + 5));
    const [open, close] = part;
    const end = text.indexOf(close, at + open.length);
    if (end < 0) return false;
    at = end + close.length;
  }
}
