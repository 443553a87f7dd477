import { deflateSync } from 'node:zlib';
import { joinBytes, pngChunk } from '../../shared/model/png-chunks';

const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A white PNG of one pixel, with these chunks before its image data. */
export function smallPng(extra: readonly Uint8Array[] = []): Uint8Array {
  // Width 1, height 1, 8 bits, grey, and three zeros; then one row of filter 0 and a white pixel.
  const header = new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const pixels = new Uint8Array(deflateSync(new Uint8Array([0, 255])));
  return joinBytes([
    signature,
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', new Uint8Array()),
  ]);
}
