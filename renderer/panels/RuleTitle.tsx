import { ruleOf } from '../../shared/rules/index';
import { t } from '../i18n/t';

/** What is answered of a whole design without a rule of its name. */
const signals: Readonly<Record<string, string>> = {
  metrics: 'Metrics of every part',
  logs: 'Logs of every part',
  traces: 'Traces of every part',
};

/** What a rule is about. Loaded when first shown: the rules carry their examples. */
export function RuleTitle({ rule: id }: { readonly rule: string }) {
  return t(ruleOf(id)?.title ?? signals[id] ?? id);
}
