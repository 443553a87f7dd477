import { crc32 } from '../math/crc32';

/** One chunk of a PNG file (PNG specification, section 5.3). */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Whether its check sum is right. */
  readonly intact: boolean;
  /** Where it begins in the file, bytes. */
  readonly offset: number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const overhead = 12;

/** Whether these bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The chunks of a PNG in their order, as far as they are whole; none where it is no PNG. */
export function pngChunks(bytes: Uint8Array): readonly PngChunk[] {
  if (!isPng(bytes)) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let offset = signature.length;
  while (offset + overhead <= bytes.length) {
    const length = view.getUint32(offset);
    const end = offset + overhead + length;
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    const intact = view.getUint32(end - 4) === crc32(bytes.subarray(offset + 4, end - 4));
    chunks.push({ type, data: bytes.subarray(offset + 8, end - 4), intact, offset });
    offset = end;
  }
  return chunks;
}

/** The bytes of one chunk, its length and check sum included. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(overhead + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i += 1) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Bytes, one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
