import { useEffect, useState } from 'react';
import { analyze } from '../../../shared/analysis/analyze';
import { resolvedOf } from '../../../shared/catalog/resolved-index';
import { type Design, nodesOf } from '../../../shared/model/schema';
import { previewOf } from '../../pictures/write-open';
import { useShownTheme } from '../../store/shown-theme';

/** The address of a picture of the design with its figures; null while nothing is drawn in it, or until it is drawn. */
export function usePicture(design: Design): string | null {
  const theme = useShownTheme();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    let drawn: string | null = null;
    void pictureOf(design, theme).then((svg) => {
      if (!isShown) return;
      drawn = svg === null ? null : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setAddress(drawn);
    });
    return () => {
      isShown = false;
      // The old picture stays until the new one is loaded.
      if (drawn !== null) setTimeout(URL.revokeObjectURL, 1_000, drawn);
    };
  }, [design, theme]);
  return address;
}

async function pictureOf(design: Design, theme: 'light' | 'dark'): Promise<string | null> {
  if (nodesOf(design).length === 0) return null;
  const result = analyze(resolvedOf(design).design);
  const analysis = result.ok ? result.analysis : null;
  return (await previewOf({ design, options: { theme, caption: false } }, { analysis, findings: [] })).svg;
}
