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
  const theme = useShownTheme();
  const drawn = useDrawnPart(design);
  const title = t('Diagram of {name}', { name: design.name });
  if (nodesOf(design).length === 0) return <p className={styles.muted}>{t('Nothing is drawn yet.')}</p>;
  return (
    <figure className={styles.figure}>
      <figcaption>{t('Diagram')}</figcaption>
      <Diagram design={drawn} analysis={analysis} theme={theme} title={title} />
      {theme === 'light' ? null : (
        // Printing does not wait for a picture: that of the paper is there before.
        <div className={styles.printed} aria-hidden="true">
          <Diagram design={drawn} analysis={analysis} theme="light" title={title} />
        </div>
      )}
    </figure>
  );
}

interface DiagramProps {
  readonly design: Design;
  readonly analysis: Analysis | null;
  readonly theme: 'light' | 'dark';
  readonly title: string;
}

function Diagram({ design, analysis, theme, title }: DiagramProps) {
  const address = useDiagram(design, analysis, theme);
  return address === null ? (
    <div role="img" aria-label={title} className={styles.diagram} data-theme={theme} />
  ) : (
    <img src={address} alt={title} className={styles.diagram} data-theme={theme} draggable={false} />
  );
}

/** The address of the picture; the one before stays until the next is drawn. */
function useDiagram(design: Design, analysis: Analysis | null, theme: 'light' | 'dark'): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    let made: string | null = null;
    const options = { theme, caption: false };
    void previewOf({ design, options }, { analysis, findings: [] }).then(({ svg }) => {
      if (!isShown) return;
      made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setAddress(made);
    });
    return () => {
      isShown = false;
      if (made !== null) setTimeout(URL.revokeObjectURL, 1_000, made);
    };
  }, [design, analysis, theme]);
  return address;
}

/** The design without its writing: a text that is written draws nothing anew. */
function useDrawnPart({ format, version, id, name, system, layout }: Design): Design {
  return useMemo(
    () => ({ format, version, id, name, system, ...(layout === undefined ? {} : { layout }) }),
    [format, version, id, name, system, layout],
  );
}
