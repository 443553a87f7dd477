import { own } from '../../../shared/model/own';
import { t } from '../../words/t';
import { useRuleWords } from './rule-words';

/** Answers about the design as a whole, which have no rule of their name. */
const signals: Readonly<Record<string, string>> = {
  metrics: 'Metrics of every part',
  logs: 'Logs of every part',
  traces: 'Traces of every part',
};

/** The title of a rule. */
export function RuleTitle({ rule: id }: { readonly rule: string }) {
  const words = useRuleWords(id);
  return words === undefined ? null : t(words?.title ?? own(signals, id) ?? id);
}
