import { Unzlib } from 'fflate';
import { joinBytes } from './png-chunks';

/** The most that a design may unpack to, bytes: a small file must not fill the memory. */
export const mostUnpackedBytes = 100_000_000;

const stepBytes = 16_384;

/** Unpacks a zlib stream piece by piece and stops where it grows too large; null where it is damaged or cut off. */
export function unzip(bytes: Uint8Array): Uint8Array | 'too-large' | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  const stream = new Unzlib((part, last) => {
    length += part.length;
    if (length <= mostUnpackedBytes) parts.push(part);
    whole = last;
  });
  try {
    for (let i = 0; i < bytes.length && length <= mostUnpackedBytes; i += stepBytes) {
      stream.push(bytes.subarray(i, i + stepBytes), i + stepBytes >= bytes.length);
    }
  } catch {
    return null;
  }
  if (length > mostUnpackedBytes) return 'too-large';
  return whole ? joinBytes(parts) : null;
}
