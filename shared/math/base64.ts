const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const noValue = 255;
/** The six bits of a letter, by its code. */
const values = new Uint8Array(128).fill(noValue);
for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;

/** Bytes as base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letter = (shift: number) => alphabet[(bits >> shift) & 63] ?? '';
    parts.push(letter(18), letter(12), left > 1 ? letter(6) : '=', left > 2 ? letter(0) : '=');
  }
  return parts.join('');
}

/** The bytes of a base64 text, spaces and line breaks in it passed over; null where it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  const tight = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (tight.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((tight.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let length = 0;
  for (let at = 0; at < tight.length; at += 1) {
    const value = values[tight.charCodeAt(at)] ?? noValue;
    if (value === noValue) return null;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[length] = (bits >> count) & 0xff;
      length += 1;
    }
  }
  return bytes;
}
