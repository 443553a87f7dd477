import { expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { explain } from '../../../../shared/analysis/explanations/explain';
import { resolve } from '../../../../shared/catalog/resolve';
import { formatMessage } from '../../../../shared/math/format-message';
import type { Config } from '../../../../shared/model/config';
import { sketch } from '../../../../shared/rules/sketch';

function explained(config: Config, metric: string, load = 1): string {
  const design = resolve(
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps: 100, requestBytes: 200, responseBytes: 500 } },
      config: { api: { replicas: 2, concurrency: 4, serviceMs: 10, ...config } },
    }),
  );
  const result = analyze(design, { load });
  const explanation = result.ok ? explain(design, result.analysis, 'api', metric) : null;
  return explanation === null ? '' : `${explanation.form}: ${formatMessage(explanation.message)}`;
}

test('a network that carries nothing is what its utilization is explained by', () => {
  expect(explained({ bandwidthMbps: 0 }, 'utilization')).toBe(
    'words: Its network carries nothing, and 100 rps arrive',
  );
});

test('what a queue limit refuses of nothing is nothing', () => {
  for (const [config, load] of [
    [{ queueLimit: 5, rateLimitRps: 0 }, 1],
    [{ queueLimit: 5 }, 0],
  ] as const)
    expect(explained(config, 'utilization', load)).toContain('(1 − 0 % refused)');
});

test('places that are taken for no time are used to 0 %', () => {
  expect(explained({ serviceMs: 0, delayMs: 0, maxInFlight: 5 }, 'placesUtilization')).toBe(
    'words: Each request is done at once, so that no place is taken',
  );
});
