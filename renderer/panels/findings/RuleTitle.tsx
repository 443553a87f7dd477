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
  if (words === undefined) return null;
  const title = words?.title ?? own(signals, id);
  // A rule of another version is called as the document has it.
  return title === undefined ? id : t(title);
}
