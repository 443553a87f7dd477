import { useEffect, useState } from 'react';
import { lookUpIn } from '../../engine/follow';
import type { ListedRule } from '../../engine/protocol';
import { useEditor } from '../../store/editors';

/** Rules do not change while the window is open: the worker lists them once. */
let listed: readonly ListedRule[] | null = null;

type Listing =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'loaded'; readonly rules: readonly ListedRule[] };

/** All design rules, which only the worker holds. */
export function useRules(): Listing {
  const editor = useEditor();
  const [listing, setListing] = useState<Listing>(
    listed === null ? { state: 'loading' } : { state: 'loaded', rules: listed },
  );
  useEffect(() => {
    if (listed !== null) return undefined;
    let isShown = true;
    void lookUpIn(editor)('rules', {}).then((rules) => {
      listed = rules;
      if (isShown) setListing(rules === null ? { state: 'failed' } : { state: 'loaded', rules });
    });
    return () => {
      isShown = false;
    };
  }, [editor]);
  return listing;
}
