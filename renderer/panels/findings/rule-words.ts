import { useEffect, useState } from 'react';
import { lookUpIn } from '../../engine/follow';
import type { RuleWords } from '../../engine/protocol';
import { useEditor } from '../../store/editors';

/** Rules do not change while the window is open: the texts of each are requested from the worker once. */
const known = new Map<string, RuleWords | null>();

/** The texts of a rule; null where there is no such rule, undefined until they are loaded. */
export function useRuleWords(id: string): RuleWords | null | undefined {
  const editor = useEditor();
  const [, drawAgain] = useState(0);
  const isKnown = known.has(id);
  useEffect(() => {
    if (isKnown) return undefined;
    let isShown = true;
    void lookUpIn(editor)('rule', { id }).then((words) => {
      known.set(id, words);
      if (isShown) drawAgain((count) => count + 1);
    });
    return () => {
      isShown = false;
    };
  }, [editor, id, isKnown]);
  return known.get(id);
}

/** The titles of some rules, as far as they are loaded; the same function until more of them are. */
export function useRuleTitles(ids: readonly string[]): (id: string) => string | undefined {
  const editor = useEditor();
  const [titles, setTitles] = useState(() => titleOf());
  const missing = ids.filter((id) => !known.has(id)).join(' ');
  useEffect(() => {
    if (missing === '') return undefined;
    let isShown = true;
    const load = async (id: string): Promise<void> => {
      known.set(id, await lookUpIn(editor)('rule', { id }));
    };
    void Promise.all(missing.split(' ').map(load)).then(() => {
      if (isShown) setTitles(() => titleOf());
    });
    return () => {
      isShown = false;
    };
  }, [editor, missing]);
  return titles;
}

const titleOf =
  () =>
  (id: string): string | undefined =>
    known.get(id)?.title;
