import { useEffect, useMemo, useState } from 'react';
import type { Analysis } from '../../../shared/analysis/analysis';
import { type Design, nodesOf } from '../../../shared/model/schema';
import { previewOf } from '../../pictures/write-open';
import { useReport } from '../../store/report';
import { useShownTheme } from '../../store/shown-theme';
import { t } from '../../words/t';
import styles from './Document.module.css';

/** The drawing of the design with its figures, as a picture. */
export function DiagramFigure({ design }: { readonly design: Design }) {
  const analysis = useReport((state) => state.analysis);
  const address = useDiagram(design, analysis);
  const title = t('Diagram of {name}', { name: design.name });
  if (nodesOf(design).length === 0) return <p className={styles.muted}>{t('Nothing is drawn yet.')}</p>;
  return (
    <figure className={styles.figure}>
      <figcaption>{t('Diagram')}</figcaption>
      {address === null ? (
        <div role="img" aria-label={title} className={styles.diagram} />
      ) : (
        <img src={address} alt={title} className={styles.diagram} draggable={false} />
      )}
    </figure>
  );
}

/** The address of the picture; the one before stays until the next is drawn. */
function useDiagram(design: Design, analysis: Analysis | null): string | null {
  const theme = useShownTheme();
  const drawn = useDrawnPart(design);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    let made: string | null = null;
    const options = { theme, caption: false };
    void previewOf({ design: drawn, options }, { analysis, findings: [] }).then(({ svg }) => {
      if (!isShown) return;
      made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setAddress(made);
    });
    return () => {
      isShown = false;
      if (made !== null) setTimeout(URL.revokeObjectURL, 1_000, made);
    };
  }, [drawn, analysis, theme]);
  return address;
}

/** The design without its writing: a text that is written draws nothing anew. */
function useDrawnPart({ format, version, id, name, system, layout }: Design): Design {
  return useMemo(
    () => ({ format, version, id, name, system, ...(layout === undefined ? {} : { layout }) }),
    [format, version, id, name, system, layout],
  );
}
