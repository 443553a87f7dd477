/** Whether these bytes are text of two bytes a character, or of four: by their byte order mark, or since JSON begins in ASCII. */
export function isWideText([first, second]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 && second === 0x7b) || (first === 0x7b && second === 0);
}

/** Whether a file begins as JSON of an object or a list does, or as somebody begins it who takes comments for JSON. */
export const looksLikeJson = (bytes: Uint8Array, start: string): boolean =>
  isWideText(bytes) || /^\s*([{[/]|$)/.test(start);
