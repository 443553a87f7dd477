import { useEffect, useState } from 'react';
import { type Design, nodesOf } from '../../../shared/model/schema';
import { analyzedPart } from '../../engine/analysis-jobs';
import { practiceStudy, responseOf } from '../../engine/practice-jobs';
import { previewOf } from '../../pictures/write-open';
import { useShownTheme } from '../../store/shown-theme';

/** A picture of a design: `address` is null while nothing is drawn in it, or until it is drawn. */
export type DrawnPicture =
  | { readonly state: 'drawing' | 'drawn' | 'empty'; readonly address: string | null }
  | { readonly state: 'failed'; readonly address: null; readonly message: string };

const started: DrawnPicture = { state: 'drawing', address: null };

/** A picture of the design with its figures, which are worked out beside the window; the last one stays until it is there. */
export function usePicture(design: Design): DrawnPicture {
  const theme = useShownTheme();
  const [picture, setPicture] = useState(started);
  useEffect(() => {
    const left = new AbortController();
    let drawn: string | null = null;
    const show = (svg: string | null): void => {
      if (left.signal.aborted) return;
      drawn = svg === null ? null : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setPicture({ state: drawn === null ? 'empty' : 'drawn', address: drawn });
    };
    pictureOf(design, theme, left.signal).then(show, (error: unknown) => {
      if (left.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      setPicture({ state: 'failed', address: null, message });
    });
    return () => {
      left.abort();
      // The old picture stays until the new one is loaded.
      if (drawn !== null) setTimeout(URL.revokeObjectURL, 1_000, drawn);
    };
  }, [design, theme]);
  return picture;
}

async function pictureOf(
  design: Design,
  theme: 'light' | 'dark',
  signal: AbortSignal,
): Promise<string | null> {
  if (nodesOf(design).length === 0) return null;
  const outcome = responseOf(await practiceStudy('figures', { design: analyzedPart(design) }, { signal }));
  if (outcome === null) return null;
  if ('failure' in outcome) throw new Error(outcome.failure);
  const report = { analysis: outcome.response, findings: [] };
  return (await previewOf({ design, options: { theme, caption: false } }, report)).svg;
}
