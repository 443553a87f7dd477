import { crc32 } from '../math/crc32';

/** One chunk of a PNG file (PNG specification, section 5.3), by its places in it: a file may have millions. */
export interface PngChunk {
  readonly type: string;
  /** Where it begins, its length first, and where the next one does, bytes. */
  readonly start: number;
  readonly end: number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const overhead = 12;

/** Whether these bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The chunks of a PNG in their order, one by one, as far as they are whole; none where it is no PNG. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  if (!isPng(bytes)) return;
  const view = viewOf(bytes);
  let start = signature.length;
  while (start + overhead <= bytes.length) {
    const end = start + overhead + view.getUint32(start);
    if (end > bytes.length) return;
    yield { type: String.fromCharCode(...bytes.subarray(start + 4, start + 8)), start, end };
    start = end;
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What a chunk of these bytes holds. */
export function chunkData(bytes: Uint8Array, { start, end }: PngChunk): Uint8Array {
  return bytes.subarray(start + 8, end - 4);
}

/** Whether the check sum of a chunk of these bytes is right. */
export function isIntact(bytes: Uint8Array, { start, end }: PngChunk): boolean {
  return viewOf(bytes).getUint32(end - 4) === crc32(bytes.subarray(start + 4, end - 4));
}

/** Whether a chunk of these bytes is a text under this keyword (PNG specification, section 11.3.4). */
export function isTextChunk(bytes: Uint8Array, chunk: PngChunk, keyword: string): boolean {
  const { type, start, end } = chunk;
  if (type !== 'iTXt' && type !== 'zTXt' && type !== 'tEXt') return false;
  if (end - start < overhead + keyword.length + 1) return false;
  for (let at = 0; at < keyword.length; at += 1)
    if (bytes[start + 8 + at] !== keyword.charCodeAt(at)) return false;
  return bytes[start + 8 + keyword.length] === 0;
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
