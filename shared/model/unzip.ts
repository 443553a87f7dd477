import { Unzlib } from 'fflate';
import { counts } from './limits';
import { joinBytes } from './png-chunks';

/** So little at once that what it unpacks to, at most a thousand times as much, is no burden before it is counted. */
const stepBytes = 4_096;

/** Unpacks a zlib stream piece by piece and stops where it grows too large; null where it is damaged or cut off. */
export function unzip(bytes: Uint8Array): Uint8Array | 'too-large' | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  const stream = new Unzlib((part, last) => {
    length += part.length;
    if (length <= counts.unpackedBytes) parts.push(part);
    whole = last;
  });
  try {
    for (let i = 0; i < bytes.length && length <= counts.unpackedBytes; i += stepBytes) {
      stream.push(bytes.subarray(i, i + stepBytes), i + stepBytes >= bytes.length);
    }
  } catch {
    return null;
  }
  if (length > counts.unpackedBytes) return 'too-large';
  return whole ? joinBytes(parts) : null;
}
