import { strToU8 } from 'fflate';
import { designMediaType, packDesign } from '../model/packed-design';
import { isTextChunk, joinBytes, pngChunk, pngChunks } from '../model/png-chunks';
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

/**
 * The picture with the design inside, before its image data, instead of one that it carried before. Bytes that are no whole PNG
 * are given back as they are.
 */
export function embedInPng(bytes: Uint8Array, design: Design): Uint8Array {
  const parts: Uint8Array[] = [];
  // What is kept up to here is in the parts.
  let kept = 0;
  let isEmbedded = false;
  for (const chunk of pngChunks(bytes)) {
    if (chunk.type === 'IDAT' && !isEmbedded) {
      parts.push(bytes.subarray(kept, chunk.start), designChunk(design));
      kept = chunk.start;
      isEmbedded = true;
    } else if (chunk.type !== 'tEXt' && isTextChunk(bytes, chunk, designMediaType)) {
      parts.push(bytes.subarray(kept, chunk.start));
      kept = chunk.end;
    }
  }
  return isEmbedded ? joinBytes([...parts, bytes.subarray(kept)]) : bytes;
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
