import { useEffect, useState } from 'react';
import { lookUp } from '../../engine/follow';
import type { RuleWords } from '../../engine/protocol';

/** Rules do not change while the window is open: the texts of each are requested from the worker once. */
const known = new Map<string, RuleWords | null>();

/** The texts of a rule; null where there is no such rule, undefined until they are loaded. */
export function useRuleWords(id: string): RuleWords | null | undefined {
  const [, drawAgain] = useState(0);
  const isKnown = known.has(id);
  useEffect(() => {
    if (isKnown) return undefined;
    let isShown = true;
    void lookUp('rule', { id }).then((words) => {
      known.set(id, words);
      if (isShown) drawAgain((count) => count + 1);
    });
    return () => {
      isShown = false;
    };
  }, [id, isKnown]);
  return known.get(id);
}
