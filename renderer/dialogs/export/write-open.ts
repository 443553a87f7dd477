import type { Format, WriteJob } from '../../../shared/formats/format';
import type { OptionValues } from '../../../shared/formats/options';
import { pngFormat } from '../../../shared/formats/png';
import type { SvgPicture } from '../../../shared/formats/svg/picture';
import { pictureOf } from '../../../shared/formats/svg/write';
import type { Message } from '../../../shared/math/message';
import type { Design } from '../../../shared/model/schema';
import { wordsOf } from '../../canvas/perform';
import { type ReportState, resolvedOf, useReport } from '../../store/report';
import { useView } from '../../store/view';
import { pictureFontCss } from './picture-font';
import { rasterizer } from './rasterize';

/** What of the open design is written, and how. */
export interface Export {
  readonly design: Design;
  readonly options: OptionValues;
  /** Only these parts; everything where left out. */
  readonly only?: readonly string[];
}

/** The figures and findings that a file gets: those in the window, where none are given. */
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
    fontCssFor: pictureFontCss,
    rasterizer,
    ...(only === undefined ? {} : { only }),
  };
}

/** A file of the open design, and what of the design is not in it. */
export async function written(
  format: Format,
  what: Export,
  report: Report = useReport.getState(),
): Promise<{ readonly content: string | Uint8Array; readonly losses: readonly Message[] }> {
  const result = await format.write(jobOf(what, report));
  if (!result.ok) throw new Error(wordsOf(result.reason));
  return result;
}

/** The open design as a picture, without the design inside, for a person to look at. */
export const previewOf = (what: Export, report: Report): Promise<SvgPicture> =>
  pictureOf(jobOf(what, report), { embeds: false, hasFonts: true });

/** A content as a file of its format. */
export const blobOf = (content: string | Uint8Array, { mediaTypes: [type] }: Format): Blob =>
  new Blob([typeof content === 'string' ? content : content.slice()], { type });

/** The open design as a PNG without the design inside, for the clipboard. */
export async function pngToCopy(what: Export): Promise<Blob> {
  const { content } = await written(pngFormat, { ...what, options: { ...what.options, embed: false } });
  return blobOf(content, pngFormat);
}
