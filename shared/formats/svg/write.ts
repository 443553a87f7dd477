import { inLanguage } from '../../math/format-message';
import { english, type Language } from '../../math/language';
import { type Message, message } from '../../math/message';
import { fitsInPicture } from '../../model/packed-design';
import type { Design } from '../../model/schema';
import { stoppedWriting, type WriteJob, type Written } from '../format';
import { goesOn } from '../progress';
import { toSvg } from './draw';
import { svgOptions } from './options';
import { pictureOverlay } from './overlay';
import type { SvgOptions, SvgPicture } from './picture';
import { routingOf } from './scene';

/** Whether the design is embedded in the picture, and the loss where it is too large. */
export function embedding(
  design: Design,
  isWanted: boolean,
): { readonly embeds: boolean; readonly losses: readonly Message[] } {
  if (!isWanted || fitsInPicture(design)) return { embeds: isWanted, losses: [] };
  const loss = message(
    'The picture does not contain the design, which is too large for it. Export it as JSON too.',
  );
  return { embeds: false, losses: [loss] };
}

/** A load other than ×1 is named also without a caption: its figures would be read as those of ×1. */
function captionOf(isWanted: boolean, load: number, figures: boolean, language?: Language): boolean | string {
  if (isWanted) return true;
  return load === 1 || !figures
    ? false
    : inLanguage(language ?? english, 'load {factor}', { factor: { factor: load } });
}

/** The design as a picture with the options of the job; without fonts where the rasterizer has them. */
export async function pictureOf(
  job: WriteJob,
  { embeds, hasFonts }: { readonly embeds: boolean; readonly hasFonts: boolean },
): Promise<SvgPicture> {
  const { design, resolved, analysis, load = 1, date, only, language } = job;
  const { theme, background, caption, figures, lanes, overlay } = svgOptions.parse(job.options);
  const letters = JSON.stringify([design.name, design.system, design.layout?.marks]);
  const shown = figures ? pictureOverlay(job, overlay) : null;
  const wanted: SvgOptions = {
    theme,
    caption: captionOf(caption, load, figures, language),
    load,
    showFigures: figures,
    lanes,
    embed: embeds,
    ...(shown === null ? {} : { overlay: shown }),
    ...(background === undefined ? {} : { background }),
    ...(date === undefined ? {} : { captionDate: date }),
    ...(only === undefined ? {} : { only }),
    ...(language === undefined ? {} : { language }),
    ...(hasFonts ? { fontCss: await job.fontCssFor(letters) } : {}),
  };
  const routes = await job.routesOf?.(routingOf(design, resolved, analysis, wanted));
  return toSvg(design, resolved, analysis, { ...wanted, ...(routes === undefined ? {} : { routes }) });
}

/** The design as an SVG with its fonts, and with the design inside if `embed` is set. */
export async function writeSvg(job: WriteJob): Promise<Written> {
  const { embeds, losses } = embedding(job.design, svgOptions.parse(job.options).embed);
  if (!(await goesOn(job, 0.1))) return stoppedWriting;
  const { svg } = await pictureOf(job, { embeds, hasFonts: true });
  return { ok: true, content: svg, losses };
}
