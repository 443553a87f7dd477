import { useEffect, useState } from 'react';
import { inquire } from '../../engine/follow';
import type { RuleWords } from '../../engine/protocol';

/** Rules do not change while the window is open: what one says of itself is asked of the worker once. */
const known = new Map<string, RuleWords | null>();

/** What a rule says of itself; null where there is no such rule, undefined until it is told. */
export function useRuleWords(id: string): RuleWords | null | undefined {
  const [, drawAgain] = useState(0);
  const isKnown = known.has(id);
  useEffect(() => {
    if (isKnown) return undefined;
    let isShown = true;
    void inquire('rule', { id }).then((words) => {
      known.set(id, words);
      if (isShown) drawAgain((count) => count + 1);
    });
    return () => {
      isShown = false;
    };
  }, [id, isKnown]);
  return known.get(id);
}
