/** Whether these bytes are UTF-16 or UTF-32: by their byte order mark, or because JSON begins in ASCII. */
export function isWideText([first, second]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 && second === 0x7b) || (first === 0x7b && second === 0);
}

/** Whether a file begins like a JSON object or list, or with a comment, which JSON does not have. */
export const looksLikeJson = (bytes: Uint8Array, start: string): boolean =>
  isWideText(bytes) || /^\s*([{[/]|$)/.test(start);
