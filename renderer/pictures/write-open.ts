import type { Format, WriteJob } from '../../shared/formats/format';
import type { OptionValues } from '../../shared/formats/options';
import { pngFormat } from '../../shared/formats/png';
import type { SvgPicture } from '../../shared/formats/svg/picture';
import { pictureOf } from '../../shared/formats/svg/write';
import type { Message } from '../../shared/math/message';
import type { Design } from '../../shared/model/schema';
import { type ReportState, resolvedOf, useReport } from '../store/report';
import { useView } from '../store/view';
import { language } from '../words/language';
import { wordsOf } from '../words/t';
import { pictureFontCss } from './picture-font';
import { pictureRoutes } from './picture-routes';
import { rasterizer } from './rasterize';

/** What is exported of the open design, and with which options. */
export interface Export {
  readonly design: Design;
  readonly options: OptionValues;
  /** Only these parts; everything where left out. */
  readonly only?: readonly string[];
}

/** The figures and findings that a file contains. */
export type Report = Pick<ReportState, 'analysis' | 'findings'>;

function jobOf({ design, options, only }: Export, { analysis, findings }: Report): WriteJob {
  return {
    design,
    resolved: resolvedOf(design).design,
    analysis,
    findings,
    options,
    load: useView.getState().load,
    date: new Date().toLocaleDateString('sv'),
    language: language(),
    fontCssFor: pictureFontCss,
    rasterizer,
    routesOf: pictureRoutes,
    ...(only === undefined ? {} : { only }),
  };
}

/** The open design as a file, by default with the figures in the window; `losses` says what is missing from it. */
export async function written(
  format: Format,
  what: Export,
  report: Report = useReport.getState(),
): Promise<{ readonly content: string | Uint8Array; readonly losses: readonly Message[] }> {
  const result = await format.write(jobOf(what, report));
  if (!result.ok) throw new Error(wordsOf(result.reason));
  return result;
}

/** The open design as a picture for the preview, without the design inside. */
export const previewOf = (what: Export, report: Report): Promise<SvgPicture> =>
  pictureOf(jobOf(what, report), { embeds: false, hasFonts: true });

/** A file's content with its media type. */
export const blobOf = (content: string | Uint8Array, { mediaTypes: [type] }: Format): Blob =>
  new Blob([typeof content === 'string' ? content : content.slice()], { type });

/** The open design as a PNG without the design inside, for the clipboard. */
export async function pngToCopy(what: Export): Promise<Blob> {
  const { content } = await written(pngFormat, { ...what, options: { ...what.options, embed: false } });
  return blobOf(content, pngFormat);
}
