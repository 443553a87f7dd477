import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { toast } from '../store/workspace';
import { t } from '../words/t';

/** What storage answers to a query, again whenever that changes; null until the first answer. `query` must stay the same function. */
export function useLive<T>(query: () => Promise<T>): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: setFound,
      error: (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        toast(t('The attempts cannot be read: {message}', { message }), { tone: 'error' });
      },
    });
    return () => subscription.unsubscribe();
  }, [query]);
  return found;
}
