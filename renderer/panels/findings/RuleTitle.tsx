import { own } from '../../../shared/model/own';
import { t } from '../../words/t';
import { useRuleWords } from './rule-words';

/** What is answered of a whole design without a rule of its name. */
const signals: Readonly<Record<string, string>> = {
  metrics: 'Metrics of every part',
  logs: 'Logs of every part',
  traces: 'Traces of every part',
};

/** What a rule is about. */
export function RuleTitle({ rule: id }: { readonly rule: string }) {
  const words = useRuleWords(id);
  return words === undefined ? null : t(words?.title ?? own(signals, id) ?? id);
}
