import { useState } from 'react';
import { accuracyMessage } from '../../shared/analysis/explanations/accuracy';
import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import type { Design } from '../../shared/model/schema';
import { topicOfMetric } from '../../shared/practice/topics/subjects';
import type { ExplainedInput } from '../engine/protocol';
import { useDocument } from '../store/document';
import { useExplain } from '../store/explained';
import { partName } from '../words/part-names';
import { t, wordsOf } from '../words/t';
import styles from './ExplanationWords.module.css';
import { figureTitle } from './explained/figure-titles';
import { valueText } from './explained/value-text';
import { ReferenceLink } from './ReferenceLink';
import { SourceWords } from './SourceWords';
import { useExplanation } from './use-explanation';

interface ExplanationWordsProps {
  /** Id of a flow, node or layer; `totals` for the whole design. */
  readonly part: string;
  readonly metric: string;
  /** The load that the figure is of; the one that is shown where left out. */
  readonly load?: number | null;
  /** Opens a figure that it follows from; in a sheet of its own where left out. */
  readonly onOpen?: (input: FigureName, element: Element) => void;
}

/** More inputs than these are shown on request: a large design has hundreds of components. */
const mostShown = 12;

/** How a figure came about: its formula with the figures put in, and the source. */
export function ExplanationWords({ part, metric, load = null, onOpen }: ExplanationWordsProps) {
  const explain = useExplain();
  const open = onOpen ?? explain;
  const design = useDocument((state) => state.design);
  const explanation = useExplanation(part, metric, load);
  if (design === null || explanation === undefined) return null;
  if (explanation === null)
    return <p className={styles.words}>{t('There is no explanation of this figure.')}</p>;
  const { source, accuracy, inputs } = explanation;
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
      {accuracy === null ? null : <p className={styles.source}>{wordsOf(accuracyMessage(accuracy))}</p>}
      {inputs.length === 0 ? null : <InputList design={design} inputs={inputs} onOpen={open} />}
      <ReferenceLink part="topics" id={topicOfMetric(metric)} />
    </div>
  );
}

interface InputListProps {
  readonly design: Design;
  readonly inputs: readonly ExplainedInput[];
  readonly onOpen: (input: FigureName, element: Element) => void;
}

/** The figures that a figure follows from; each opens in turn. */
function InputList({ design, inputs, onOpen }: InputListProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? inputs : inputs.slice(0, mostShown);
  return (
    <>
      <h3 className={styles.title}>{t('Follows from')}</h3>
      <ul className={styles.inputs}>
        {shown.map((input) => (
          <li key={`${input.part} ${input.metric}`}>
            <button
              type="button"
              className={styles.input}
              onClick={(event) => onOpen(input, event.currentTarget)}
            >
              <span className={styles.inputTitle}>{figureTitle(design, input)}</span>
              <span>{valueText(design, input)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === inputs.length ? null : (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('{count} more', { count: inputs.length - shown.length })}
        </button>
      )}
    </>
  );
}
