import { describe, expect, test } from 'vitest';
import { readDesign } from '../../../shared/catalog/read';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { fixOf, messageOf } from '../../../shared/rules/finding-text';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';

/** Legal figures at the edge of their range, which ask for more than a document may hold. */
const designs: Readonly<Record<string, Design>> = {
  'places that are full at 0 %': sketch(
    { user: 'client', api: 'worker', db: 'sql-database' },
    'user -> api -> db',
    {
      config: { api: { maxUtilization: 0, maxInFlight: 8 } },
    },
  ),
  'a quota that one request in days uses': sketch({ user: 'client', pay: 'external-api' }, 'user -> pay', {
    config: { pay: { serviceMs: 1e10, concurrency: 5, quotaRps: 1000 } },
  }),
  'a disk for more than there is': sketch(
    { user: 'client', api: 'service', db: 'sql-database' },
    'user -> api -> db',
    {
      flows: { saves: { rps: 1e9, kind: 'write', storedBytes: 1e12 } },
      config: { db: { diskBytes: 1e9 } },
    },
  ),
};

describe('a quick fix writes what a document may hold, or is not offered', () => {
  test.each(Object.keys(designs))('%s', (title) => {
    const design = designs[title] as Design;
    for (const finding of findingsOf(design)) {
      expect(`${messageOf(finding)} ${fixOf(finding)}`).not.toMatch(/∞|NaN/);
      if (finding.quickFix === undefined) continue;
      expect(readDesign(applyChanges(design, finding.quickFix.changes))).toMatchObject({ ok: true });
    }
  });
});
