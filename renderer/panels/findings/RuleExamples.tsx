import type { AnalyzedExample } from '../../engine/protocol';
import { t } from '../../words/t';
import styles from './FindingPage.module.css';
import { useExamplePicture, useExamples } from './use-examples';

/** The rule's own examples, drawn with their figures: one that it reports, and one that it does not. */
export function RuleExamples({ rule }: { readonly rule: string }) {
  const examples = useExamples(rule);
  if (examples.length === 0) return null;
  return (
    <section className={styles.examples} aria-label={t('Examples')}>
      {examples.map((example) => (
        <ExampleFigure key={`${example.isReported} ${example.title}`} example={example} />
      ))}
    </section>
  );
}

function ExampleFigure({ example }: { readonly example: AnalyzedExample }) {
  const drawn = useExamplePicture(example);
  const title = t(example.title);
  return (
    <figure className={styles.example}>
      <figcaption>
        <span className={styles.verdict} data-reported={example.isReported}>
          {example.isReported ? t('Reported') : t('Not reported')}
        </span>
        {title}
      </figcaption>
      {drawn === null ? (
        <div className={styles.picture} aria-busy="true" />
      ) : (
        <img className={styles.picture} src={drawn.url} width={drawn.width} alt={title} />
      )}
    </figure>
  );
}
