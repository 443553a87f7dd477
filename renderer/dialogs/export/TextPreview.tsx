import { useEffect, useState } from 'react';
import type { Format } from '../../../shared/formats/format';
import { headOf } from '../../../shared/math/graphemes';
import { type Export, written } from '../../pictures/write-open';
import { useReport } from '../../store/report';
import { t } from '../../words/t';
import styles from './ExportForm.module.css';

/** A long file is cut: the preview is for recognition, not for reading. */
const shownCharacters = 4_000;

interface TextPreviewProps {
  readonly format: Format;
  readonly what: Export;
}

/** What a file of a text format contains, and its beginning. */
export function TextPreview({ format, what }: TextPreviewProps) {
  const text = useText(format, what);
  return (
    <div className={styles.text} aria-busy={text === null}>
      <p className={styles.about}>{t(format.about)}</p>
      {text === null ? null : <pre>{text}</pre>}
    </div>
  );
}

const shown = (text: string): string =>
  text.length > shownCharacters ? `${headOf(text, shownCharacters)}\n…` : text;

/** The beginning of the file, or why it cannot be written; null until then. */
function useText(format: Format, { design, options }: Export): string | null {
  const [shownText, setShownText] = useState<{ readonly of: Format; readonly text: string } | null>(null);
  const analysis = useReport((state) => state.analysis);
  const findings = useReport((state) => state.findings);
  useEffect(() => {
    let isWanted = true;
    const show = (text: string): void => {
      if (isWanted) setShownText({ of: format, text });
    };
    written(format, { design, options }, { analysis, findings }).then(
      ({ content }) => show(typeof content === 'string' ? shown(content) : ''),
      (error: unknown) => show(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [format, design, options, analysis, findings]);
  return shownText?.of === format ? shownText.text : null;
}
