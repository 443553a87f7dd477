import type { Analysis } from '../../shared/analysis/analysis';
import { embedInPng } from '../../shared/exporters/png';
import { type SvgPicture, toSvg } from '../../shared/exporters/svg';
import type { Design } from '../../shared/model/schema';
import { resolvedOf, useReport } from '../store/report';
import { useView } from '../store/view';
import { factorText } from '../words/figures';
import { t } from '../words/t';
import { pictureFontCss } from './picture-font';
import { rasterize } from './rasterize';

export interface PictureOptions {
  readonly theme: 'light' | 'dark';
  /** false leaves the ground transparent. */
  readonly background: boolean;
  readonly caption: boolean;
  readonly figures: boolean;
  readonly embed: boolean;
  /** Only these parts; everything where left out. */
  readonly only?: readonly string[];
}

/** A load other than ×1 is named whatever else the picture says: its figures would be taken for those of ×1. */
function captionOf(wished: boolean, load: number, figures: boolean): boolean | string {
  if (wished) return true;
  return load === 1 || !figures ? false : t('load {factor}', { factor: factorText(load) });
}

/** The open design as a picture with the figures that stand in the window. */
export async function pictureOf(
  design: Design,
  options: PictureOptions,
  analysis: Analysis | null = useReport.getState().analysis,
): Promise<SvgPicture> {
  const { load } = useView.getState();
  const { only } = options;
  return toSvg(design, resolvedOf(design).design, analysis, {
    theme: options.theme,
    background: options.background ? 'theme' : 'none',
    caption: captionOf(options.caption, load, options.figures),
    captionDate: new Date().toLocaleDateString('sv'),
    load,
    showFigures: options.figures,
    embed: options.embed,
    fontCss: await pictureFontCss(JSON.stringify([design.name, design.system, design.layout?.marks])),
    ...(only === undefined ? {} : { only }),
  });
}

/** The picture as a PNG, with the design inside where that is asked for. */
export async function pngOf(design: Design, options: PictureOptions, scale: number): Promise<Blob> {
  // The design goes into the PNG itself: inside the drawing of it there is nothing to read.
  const picture = await pictureOf(design, { ...options, embed: false });
  const png = await rasterize(picture, scale);
  if (!options.embed) return png;
  const bytes = embedInPng(new Uint8Array(await png.arrayBuffer()), design);
  return new Blob([bytes.slice()], { type: 'image/png' });
}
