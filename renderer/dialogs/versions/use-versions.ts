import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { database, type VersionLine } from '../../storage/database';
import { versionsOf } from '../../storage/versions';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';

/** The kept versions of a design as storage has them now, the latest first; null until they are read. */
export function useVersions(design: string | null): readonly VersionLine[] | null {
  const [lines, setLines] = useState<readonly VersionLine[] | null>(null);
  useEffect(() => {
    if (design === null) return;
    const found = liveQuery(() => versionsOf(database, design));
    const subscription = found.subscribe({
      next: setLines,
      error: () => {
        setLines([]);
        toast(t('The versions could not be read.'), { tone: 'error' });
      },
    });
    return () => subscription.unsubscribe();
  }, [design]);
  return lines;
}
