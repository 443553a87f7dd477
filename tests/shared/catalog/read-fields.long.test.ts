import { expect, test } from 'vitest';
import { kindOf, kinds } from '../../../shared/catalog/index';
import { configFields } from '../../../shared/model/fields/index';
import { isRead, readIn } from '../../support/used-kinds';

/**
 * A field that is offered of a component changes some figure or some finding of a small design that uses the component: plainly, under
 * targets, nearly full, or in the circumstance for which the field is there. `tests/support/used-kinds.ts` has the list of them.
 */
test.each(kinds.map((kind) => [kind.id, kind] as const))('every field of %s is read', (_, kind) => {
  const offered = [...kind.main, ...kind.more].filter((field) => configFields[field].offered !== false);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered.filter((field) => !isRead(kind, field))).toEqual([]);
});

const kindNamed = (id: string) => {
  const kind = kindOf(id);
  if (kind === undefined) throw new Error(`no kind ${id}`);
  return kind;
};

/** Fields that bear on something only there: what reads them is not to be found anywhere else. */
test.each([
  ['service', 'runsUserCode', 'plain'],
  ['firewall', 'egress', 'called by the code of others'],
  ['queue', 'partitionKey', 'in order'],
  ['object-store', 'egressUsdPerGb', 'called by clients themselves'],
  ['key-value-store', 'shardKey', 'a poor key'],
  ['stream', 'diskBytes', 'plain'],
  ['service', 'contention', 'servers that get in one another’s way'],
] as const)('%s: %s is read %s', (id, field, title) => {
  expect(readIn(kindNamed(id), field)?.title).toBe(title);
});

test('what nothing reads is found out', () => {
  // A balancer has no store of its own, and nobody looks after its logs.
  for (const field of ['observed', 'diskBytes', 'backupEverySeconds', 'shardKey'] as const)
    expect(readIn(kindNamed('load-balancer'), field)).toBeNull();
});
