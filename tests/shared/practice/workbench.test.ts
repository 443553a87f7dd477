import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { formatMessage } from '../../../shared/math/format-message';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';
import { makeRequestFlows } from '../../../shared/practice/make-flows';
import { firstRequests, requestsOf, workbenchLines } from '../../../shared/practice/workbench';

const workload = { dailyActiveUsers: 8_640_000, requestsPerUserPerDay: 10, peakFactor: 3, retentionYears: 2 };
const blank = emptyDesign('blank', 'Blank', '2026-01-01T00:00:00Z');
const withUsers: Design = { ...blank, system: { workload } };

const lineValue = (id: string) =>
  workbenchLines(workload, firstRequests).find((line) => line.id === id)?.value;

function made(design: Design, requests = firstRequests): Design {
  const result = makeRequestFlows(design, requests);
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

describe('the arithmetic of the workbench', () => {
  test('goes from users to rates', () => {
    // 8 640 000 × 10 ÷ 86 400 = 1000 on average, × 3 at peak, a tenth of them writes.
    expect([lineValue('average'), lineValue('peak'), lineValue('reads'), lineValue('writes')]).toEqual([
      { rps: 1000 },
      { rps: 3000 },
      { rps: 2700 },
      { rps: expect.closeTo(300) },
    ]);
  });

  test('works storage out at the average rate', () => {
    // 100 writes a second × 1 kB × 86 400 s; over two years of 365.25 days.
    expect(lineValue('storedPerDay')).toEqual({ bytes: expect.closeTo(8.64e9, -3) });
    expect(lineValue('stored')).toEqual({ bytes: expect.closeTo(8.64e9 * 365.25 * 2, -6) });
  });

  test('is written with its numbers', () => {
    const [average] = workbenchLines(workload, firstRequests);
    expect(average && formatMessage(average.arithmetic)).toBe('8.6M users × 10 requests a day ÷ 86 400 s');
  });

  test('says what is missing', () => {
    expect(workbenchLines(undefined, firstRequests).map(({ value }) => value)).not.toContainEqual(
      expect.objectContaining({ rps: expect.anything() }),
    );
  });
});

describe('classes of requests as flows', () => {
  test('start at a client that is added, follow the workload, and are the rows from then on', () => {
    const design = made(withUsers);
    expect(design.system.flows?.map(({ id, rate, entry }) => [id, rate, entry])).toEqual([
      ['read', { share: 0.9 }, 'client'],
      ['write', { share: 0.1 }, 'client'],
    ]);
    expect(requestsOf(design)).toEqual(firstRequests);
    expect(made(design, requestsOf(design))).toEqual(design);
  });

  test('have the rates that the analysis then computes', () => {
    const result = analyze(resolve(made(withUsers)));
    expect(result.ok && result.analysis.totals.estimates).toMatchObject({
      peakReadRps: 2700,
      averageReadRps: 900,
    });
  });

  test('are refused while there are no users to share', () => {
    expect(makeRequestFlows(blank, firstRequests).ok).toBe(false);
  });
});
