import { ruleOf } from '../../shared/rules/index';
import { t } from '../i18n/t';
import styles from './FindingItem.module.css';
import { SourceWords } from './SourceWords';

/** Why a rule asks what it asks, and where it is taken from. Loaded when first asked: the rules carry their examples. */
export function RuleReason({ rule: id }: { readonly rule: string }) {
  const rule = ruleOf(id);
  if (rule === undefined) return <p>{t('This check has no further explanation.')}</p>;
  return (
    <>
      <p>{t(rule.why)}</p>
      <p className={styles.source}>
        <SourceWords text={rule.source.text} url={rule.source.url} /> · {rule.code}
      </p>
    </>
  );
}
