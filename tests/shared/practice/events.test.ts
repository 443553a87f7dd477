import { describe, expect, test } from 'vitest';
import { afterEvent, eventEdit, failingFlows } from '../../../shared/practice/events';
import type { FollowUp } from '../../../shared/practice/problem';
import { sketch } from '../../../shared/rules/sketch';
import { smallProblem } from './small-problem';

function followUp(id: string): FollowUp {
  const found = smallProblem.followUps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no follow-up ${id}.`);
  return found;
}

const { reference } = smallProblem;

describe('a follow-up on a design', () => {
  test.each(smallProblem.followUps.map((one) => [one.id, one] as const))(
    'fails flows where the problem says that it does: %s',
    (_, one) => {
      const outcome = afterEvent(smallProblem, reference, one);
      expect(outcome?.failing.length === 0).toBe(one.survives);
    },
  );

  test('takes a server from the busiest component of its role', () => {
    const result = eventEdit(smallProblem, reference, followUp('server-lost'));
    expect(result.ok && result.edit.changes).toEqual([
      { op: 'patch-config', id: 'redirect-api', patch: { replicas: 9 } },
    ]);
    expect(result.ok && result.edit.select).toEqual(['redirect-api']);
  });

  test('is refused where nothing of its role carries traffic, and says which', () => {
    const idle = sketch({ user: 'client', api: 'service', store: 'key-value-store' }, 'user -> api');
    const result = eventEdit(smallProblem, idle, followUp('store-down'));
    expect(result).toEqual({
      ok: false,
      reason: { text: 'The design has no {role} that carries traffic.', values: { role: 'store' } },
    });
    expect(afterEvent(smallProblem, idle, followUp('store-down'))).toBeNull();
  });

  test('fails every flow of a design without figures', () => {
    const looping = sketch({ user: 'client', a: 'service', b: 'service' }, 'user -> a -> b -> a');
    expect(failingFlows(looping)).toEqual(['reads']);
  });
});
