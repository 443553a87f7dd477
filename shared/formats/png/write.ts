import { strToU8 } from 'fflate';
import { designMediaType, packDesign } from '../../model/packed-design';
import { isTextChunk, joinBytes, pngChunk, pngChunks } from '../../model/png-chunks';
import type { Design } from '../../model/schema';
import { stoppedWriting, type WriteJob, type Written } from '../format';
import { goesOn } from '../progress';
import { embedding, pictureOf } from '../svg/write';
import { pngOptions } from './options';

/** An iTXt chunk (PNG specification, section 11.3.4.5) with the design, uncompressed: its content is compressed already. */
function designChunk(design: Design): Uint8Array {
  const compressionFlagAndMethod = [0, 0];
  const emptyLanguageAndTranslation = [0, 0];
  const head = new Uint8Array([0, ...compressionFlagAndMethod, ...emptyLanguageAndTranslation]);
  return pngChunk('iTXt', joinBytes([strToU8(designMediaType), head, strToU8(packDesign(design))]));
}

/**
 * The picture with the design inside, before its image data, in place of an earlier one. Bytes that are no whole PNG are
 * returned unchanged.
 */
export function embedInPng(bytes: Uint8Array, design: Design): Uint8Array {
  const parts: Uint8Array[] = [];
  // Everything before this position is in `parts`, or dropped.
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

/** The design as a PNG, drawn by the job's rasterizer, with the design inside if `embed` is set. */
export async function writePng(job: WriteJob): Promise<Written> {
  const { design, rasterizer } = job;
  const { scale, embed } = pngOptions.parse(job.options);
  const { embeds, losses } = embedding(design, embed);
  if (!(await goesOn(job, 0.1))) return stoppedWriting;
  // The design goes into the PNG itself: the rasterizer drops the metadata of an SVG.
  const picture = await pictureOf(job, { embeds: false, hasFonts: rasterizer.needsFonts });
  if (!(await goesOn(job, 0.4))) return stoppedWriting;
  const pixels = await rasterizer.draw(picture, scale);
  if (!pixels.ok) return pixels;
  const content = embeds ? embedInPng(pixels.png, design) : pixels.png;
  return { ok: true, content, losses: [...losses, ...pixels.losses] };
}
