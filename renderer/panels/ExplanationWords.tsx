import { useDocument } from '../store/document';
import { partName } from '../words/part-names';
import { t, wordsOf } from '../words/t';
import styles from './ExplanationWords.module.css';
import { SourceWords } from './SourceWords';
import { useExplanation } from './use-explanation';

interface ExplanationWordsProps {
  /** Id of a flow, node or layer; `totals` for the whole design. */
  readonly part: string;
  readonly metric: string;
}

/** How a figure came about: its formula with the figures put in, and the source. */
export function ExplanationWords({ part, metric }: ExplanationWordsProps) {
  const design = useDocument((state) => state.design);
  const explanation = useExplanation(part, metric);
  if (design === null || explanation === undefined) return null;
  if (explanation === null)
    return <p className={styles.words}>{t('There is no explanation of this figure.')}</p>;
  const { source } = explanation;
  const text = t(source.text);
  return (
    <div className={styles.words}>
      <p>{wordsOf(explanation.message, (id) => partName(design, id))}</p>
      <p className={styles.source}>
        {source.kind === 'assumption' ? (
          t('Assumption: {text}', { text })
        ) : (
          <SourceWords text={text} url={source.url} />
        )}
      </p>
    </div>
  );
}
