import { expect, test } from 'vitest';
import { kinds } from '../../../shared/catalog/index';
import { resolve } from '../../../shared/catalog/resolve';
import { connect } from '../../../shared/edits/connect';
import { formats } from '../../../shared/formats';
import { readDesignFile } from '../../../shared/formats/read-design-file';
import { applyChanges } from '../../../shared/model/apply';
import type { Design, Node } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { writeJob } from '../../support/write-job';
import { findingsOf } from '../rules/assess';

const ownPairs = kinds.flatMap((kind) => [
  { kind: kind.id, technology: undefined },
  ...kind.technologies.map(({ name }) => ({ kind: kind.id, technology: name })),
]);
const names = [...new Set(kinds.flatMap(({ technologies }) => technologies.map(({ name }) => name)))];

/** The kind and technology of each node that was there. */
const kindsIn = (design: Design, ids: readonly string[]): readonly string[] =>
  ids.map((id) => {
    const node = design.system.nodes?.find((candidate) => candidate.id === id);
    return `${id}: ${node?.kind} in ${node?.technology}`;
  });

const idsIn = ({ system }: Design): readonly string[] => (system.nodes ?? []).map(({ id }) => id);

test('a connection leaves both its ends the kinds that they are, in every technology', () => {
  for (const { kind, technology } of ownPairs) {
    const named = technology === undefined ? {} : { technology };
    const design = sketch({ user: 'client', api: 'service', it: kind }, 'user -> api', {
      nodes: { it: named },
    });
    const before = kindsIn(design, idsIn(design));
    for (const [from, to] of [
      ['api', 'it'],
      ['it', 'api'],
    ] as const) {
      const edit = connect(design, { from, to });
      if (!edit.ok) continue;
      expect(kindsIn(applyChanges(design, edit.edit.changes), idsIn(design))).toEqual(before);
    }
  }
});

test('a quick fix leaves every part the kind that it is, in every technology, idle and overloaded', () => {
  let taken = 0;
  for (const { kind, technology } of ownPairs) {
    const named = technology === undefined ? {} : { technology };
    for (const rps of [10, 30_000]) {
      const design = sketch({ user: 'client', api: 'service', it: kind }, 'user -> api -> it', {
        nodes: { it: named },
        flows: { writes: { kind: 'write', rps } },
      });
      for (const { quickFix } of findingsOf(design)) {
        if (quickFix === undefined) continue;
        taken++;
        const after = applyChanges(design, quickFix.changes);
        const left = idsIn(design).filter((id) => idsIn(after).includes(id));
        expect(kindsIn(after, left)).toEqual(kindsIn(design, left));
      }
    }
  }
  expect(taken).toBeGreaterThan(ownPairs.length);
});

test.each(formats.filter((format) => format.read !== undefined && format.id !== 'png'))(
  'a file of $id keeps every kind in the technologies of all kinds',
  async (format) => {
    for (const kind of kinds) {
      const nodes: readonly Node[] = names.map((technology, at) => ({
        id: `n${at}`,
        kind: kind.id,
        technology,
      }));
      const layout = { nodes: Object.fromEntries(nodes.map(({ id }, at) => [id, { x: 0, y: at * 200 }])) };
      const design: Design = {
        format: 'loadline',
        version: 1,
        id: 'd',
        name: 'D',
        system: { nodes },
        layout,
      };
      const written = await format.write(writeJob({ design, resolved: resolve(design), analysis: null }));
      if (!written.ok) throw new Error(written.reason.text);
      const content = written.content;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const read = await readDesignFile(`kinds.${format.extensions[0]}`, bytes);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(kindsIn(read.value.designs[0], idsIn(design))).toEqual(kindsIn(design, idsIn(design)));
    }
  },
);
