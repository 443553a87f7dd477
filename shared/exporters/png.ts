import { strToU8 } from 'fflate';
import { designMediaType, packDesign } from '../model/packed-design';
import { joinBytes, pngChunk, pngChunks } from '../model/png-chunks';
import type { Design } from '../model/schema';
import type { Exporter } from './exporter';
import { toSvg } from './svg';

/** An iTXt chunk (PNG specification, section 11.3.4.5) with the design, uncompressed: what it holds is compressed already. */
function designChunk(design: Design): Uint8Array {
  const compressionFlagAndMethod = [0, 0];
  const emptyLanguageAndTranslation = [0, 0];
  const head = new Uint8Array([0, ...compressionFlagAndMethod, ...emptyLanguageAndTranslation]);
  return pngChunk('iTXt', joinBytes([strToU8(designMediaType), head, strToU8(packDesign(design))]));
}

/** Whether a chunk is one that this program wrote, to be replaced by a newer one. */
function isDesignChunk(type: string, data: Uint8Array): boolean {
  const keyword = strToU8(`${designMediaType}\0`);
  return (type === 'iTXt' || type === 'zTXt') && keyword.every((byte, index) => data[index] === byte);
}

/**
 * The picture with the design inside, before its image data, instead of one that it carried before. Bytes that are no whole PNG
 * are given back as they are.
 */
export function embedInPng(bytes: Uint8Array, design: Design): Uint8Array {
  const chunks = pngChunks(bytes);
  const first = chunks.find((chunk) => chunk.type === 'IDAT');
  if (first === undefined) return bytes;
  const parts = [bytes.subarray(0, chunks[0]?.offset ?? 0)];
  chunks.forEach((chunk, index) => {
    if (chunk === first) parts.push(designChunk(design));
    if (isDesignChunk(chunk.type, chunk.data)) return;
    parts.push(bytes.subarray(chunk.offset, chunks[index + 1]?.offset ?? bytes.length));
  });
  return joinBytes(parts);
}

export const pngExporter: Exporter = {
  id: 'png',
  title: 'Picture (PNG)',
  extension: 'png',
  mediaType: 'image/png',
  // What the pixels are drawn from carries no design: they could not keep it.
  toText: ({ design, resolved, analysis, options }) =>
    toSvg(design, resolved, analysis, { ...options, embed: false }).svg,
  embed: embedInPng,
};
