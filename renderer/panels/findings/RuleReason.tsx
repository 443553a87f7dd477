import { t } from '../../words/t';
import { ReferenceLink } from '../ReferenceLink';
import { SourceWords } from '../SourceWords';
import styles from './FindingItem.module.css';
import { useRuleWords } from './rule-words';

/** The rationale of a rule, and its source. */
export function RuleReason({ rule: id }: { readonly rule: string }) {
  const words = useRuleWords(id);
  if (words === undefined) return null;
  if (words === null) return <p>{t('This check has no further explanation.')}</p>;
  return (
    <>
      <p>{t(words.why)}</p>
      <p className={styles.source}>
        <SourceWords text={t(words.source.text)} url={words.source.url} /> · {words.code}
      </p>
      <ReferenceLink part="rules" id={id} />
    </>
  );
}
