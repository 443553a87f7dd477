import { describe, expect, test } from 'vitest';
import { kindAs, kindOf, kinds, technologyOf } from '../../../shared/catalog/index';
import type { Default } from '../../../shared/catalog/kind';
import { mobileRoundTripMs } from '../../../shared/catalog/networks';
import type { ConfigField } from '../../../shared/model/config';

/** A default of a kind, or of a technology of it. */
function defaultOf(kind: string, field: ConfigField, technology?: string): Default<unknown> {
  const found = kindOf(kind);
  if (found === undefined) throw new Error(`no kind ${kind}`);
  const given = kindAs(found, technologyOf(found, technology)).defaults[field];
  const own = technologyOf(found, technology)?.defaults?.[field] ?? given;
  if (own === undefined) throw new Error(`${kind} has no ${field}`);
  return own;
}

const numberOf = (kind: string, field: ConfigField, technology?: string): number =>
  Number(defaultOf(kind, field, technology).value);

/** Requests a second of one server: so many at a time, each so long. */
const carried = (kind: string, technology?: string): number =>
  (numberOf(kind, 'concurrency', technology) * 1000) / numberOf(kind, 'serviceMs', technology);

describe('figures that were read somewhere say where', () => {
  test.each([
    ['waf', 'concurrency', undefined, 100, 'quota'],
    ['cache', 'slaAvailability', 'ElastiCache', 0.9999, '0.995'],
    ['cdn', 'bandwidthMbps', 'CloudFront', 150_000, '150 Gb/s'],
    ['cdn', 'requestUsdPerMillion', 'CloudFront', 1, '0.01 for ten thousand'],
    ['stream', 'concurrency', 'Kafka', 200, '100 000 a second a broker'],
    ['stream', 'bandwidthMbps', 'Kafka', 1600, '200 MB a second'],
    ['key-value-store', 'readUsdPerMillion', 'DynamoDB', 0.125, 'On demand'],
    ['key-value-store', 'writeUsdPerMillion', 'DynamoDB', 0.625, 'On demand'],
    ['load-balancer', 'requestUsdPerMillion', 'ALB', 0.022, 'LCU'],
    ['function', 'requestUsdPerMillion', 'AWS Lambda', 0.37, 'GB-seconds'],
    ['service', 'serviceMs', 'Go', 0.667, '1 500'],
    ['service', 'serviceMs', 'Node.js', 2, '500 a virtual CPU'],
    ['media-server', 'bandwidthMbps', undefined, 2000, '2 Gb/s'],
  ] as const)('%s %s of %s', (kind, field, technology, value, text) => {
    const { value: found, source } = defaultOf(kind, field, technology);
    expect(found).toBe(value);
    expect(source.text.toLowerCase()).toContain(text.toLowerCase());
    expect(source).toMatchObject({ kind: 'source', url: expect.stringMatching(/^https:\/\//) });
  });
});

describe('figures that nobody published say that they are assumed, and what to compare them with', () => {
  test.each([
    ['cache', 'instanceAvailability', undefined, 0.999, '0.9999 over several zones'],
    ['key-value-store', 'unitCostUsd', 'Redis (persistent)', 150, '11.50 a GB of memory'],
    ['dns', 'instanceAvailability', 'Route 53', 0.999999, 'SLA of 100 %'],
    ['service', 'instanceAvailability', undefined, 0.999, 'no measurement'],
  ] as const)('%s %s of %s', (kind, field, technology, value, text) => {
    const { value: found, source } = defaultOf(kind, field, technology);
    expect(found).toBe(value);
    expect(source.kind).toBe('assumption');
    expect(source.text).toContain(text);
  });

  test('a round trip over a mobile network is between 50 and 100 ms', () => {
    expect(mobileRoundTripMs.value).toBeGreaterThanOrEqual(50);
    expect(mobileRoundTripMs.value).toBeLessThanOrEqual(100);
    expect(mobileRoundTripMs.source.text).toContain('50 to 100 ms');
    expect(mobileRoundTripMs.source).toMatchObject({ kind: 'source', url: expect.stringMatching(/^https:/) });
  });
});

describe('figures that follow from others', () => {
  test('a web firewall takes 100 000 requests a second and a broker of Kafka 100 000 events', () => {
    expect(carried('waf')).toBeCloseTo(100_000, 6);
    expect(carried('stream', 'Kafka')).toBeCloseTo(100_000, 6);
  });

  test('a write to DynamoDB takes 5 ms', () => {
    const [work, delay] = [
      numberOf('key-value-store', 'writeMs', 'DynamoDB'),
      numberOf('key-value-store', 'delayMs', 'DynamoDB'),
    ];
    expect(work + delay).toBe(5);
  });

  test('Redis as a store costs 11.5 US dollars a GB of its memory, which it does not exceed', () => {
    const bytes = numberOf('key-value-store', 'memoryBytes', 'Redis (persistent)');
    expect(numberOf('key-value-store', 'unitCostUsd', 'Redis (persistent)') / (bytes / 1e9)).toBeCloseTo(
      11.5,
      1,
    );
    expect(defaultOf('key-value-store', 'inMemory', 'Redis (persistent)').value).toBe(true);
  });

  test('a database comes in halves and quarters of its default server', () => {
    for (const kind of kinds.filter(
      ({ behaviour, managed, id }) => behaviour === 'store' && !managed && id !== 'backup',
    ))
      expect([kind.id, kind.minScaleUp]).toEqual([kind.id, 0.25]);
  });
});

const numbers: Readonly<Record<string, number>> = { One: 1, Two: 2, Four: 4, Eight: 8 };

/** Every price of a server of which the text says how many virtual CPUs it has, those of the kinds and of their technologies. */
const perCpu = kinds.flatMap((kind) =>
  [{ name: kind.id, defaults: kind.defaults }, ...kind.technologies].flatMap(({ name, defaults }) => {
    const price = defaults?.unitCostUsd;
    const said = /(One|Two|Four|Eight|\b\d+) virtual CPU/.exec(price?.source.text ?? '')?.[1];
    if (price === undefined || said === undefined) return [];
    const cpus = numbers[said] ?? Number(said);
    return [{ name: `${kind.id}, ${name}`, text: price.source.text, usd: price.value / cpus }];
  }),
);

/** Every default of every kind and technology, with what holds beside it. */
const everyDefault = kinds.flatMap((kind) =>
  [{ name: '', defaults: kind.defaults }, ...kind.technologies].flatMap(({ name, defaults = {} }) =>
    Object.values(defaults).map(({ source, value }) => ({
      name: `${kind.id}, ${name}`,
      text: source.text,
      value,
      beside: { ...kind.defaults, ...defaults },
    })),
  ),
);

describe('prices that a text has in it are the figures', () => {
  const hours = 730;
  const sumIn = (sum: string): number =>
    sum
      .split(' and ')
      .map((part) => part.split(/ × | [a-z ]+ of /).reduce((product, factor) => product * Number(factor), 1))
      .reduce((all, part) => all + part, 0);
  const number = '\\d[\\d.]*';
  const product = `(?:\\d+ (?:× |[a-z ]+ of ))?${number}`;
  const hourly = new RegExp(`(${product}(?: and ${product})?) US dollars an hour`);
  const byTheHour = everyDefault.flatMap((one) => {
    const sum = hourly.exec(one.text)?.[1];
    return sum === undefined || typeof one.value !== 'number' ? [] : [{ ...one, sum, usd: one.value }];
  });

  test('of an hour, for some kinds', () => {
    expect(byTheHour.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'firewall, ',
        'stream-processor, Google Dataflow',
        'stream-processor, Managed Flink',
      ]),
    );
  });

  test.each(byTheHour)('$name: $sum US dollars an hour', ({ sum, usd }) => {
    expect(Math.abs(usd - sumIn(sum) * hours)).toBeLessThan(Math.max(0.5, usd * 0.002));
  });

  const millions: Readonly<Record<string, number>> = {
    'a million': 1,
    'a thousand': 1000,
    'ten thousand': 100,
  };
  const each = new RegExp(
    `(${number})(?: US dollars?)?(?: for)? (a million|a thousand|ten thousand) (?!minutes|GB|ms)`,
  );
  const byRequest = everyDefault.flatMap((one) => {
    const [, usd, of = ''] = each.exec(one.text) ?? [];
    // A function is billed by its time too, which its text adds up.
    return usd === undefined || one.name.startsWith('function')
      ? []
      : [{ ...one, usd: Number(usd) * (millions[of] ?? 0) }];
  });

  test('of requests, for some kinds', () => {
    expect(byRequest.length).toBeGreaterThan(15);
  });

  test.each(byRequest)('$name: $usd US dollars a million', ({ beside, usd }) => {
    const { readUsdPerMillion, requestUsdPerMillion, writeUsdPerMillion } = beside;
    const prices = [requestUsdPerMillion, readUsdPerMillion, writeUsdPerMillion].map((one) => one?.value);
    expect(prices.some((price) => price !== undefined && Math.abs(price - usd) < 1e-9)).toBe(true);
  });
});

describe('prices of servers agree', () => {
  const classOf = ({ text }: { readonly text: string }): string => {
    if (text.includes('licence') && !text.includes('not counted') && !text.includes('without'))
      return 'licensed';
    if (text.includes('64 GB')) return 'memory';
    if (text.includes('0.0405')) return 'container of a provider';
    return 'general';
  };

  test('many kinds say for how many virtual CPUs their price is', () => {
    expect(perCpu.length).toBeGreaterThan(30);
  });

  test.each(
    perCpu.filter((one) => classOf(one) === 'general' && !/sql-database|read-replica|^shard/.test(one.name)),
  )('$name: 31 US dollars a virtual CPU', ({ usd }) => {
    expect(usd).toBeGreaterThanOrEqual(31);
    expect(usd).toBeLessThanOrEqual(31.25);
  });

  test.each(perCpu.filter((one) => classOf(one) === 'memory'))('$name: 36.75 with 8 GB each', ({ usd }) => {
    expect(usd).toBe(36.75);
  });

  test('a relational database, its replica and its shard cost the same', () => {
    const databases = perCpu.filter(
      (one) => classOf(one) === 'general' && /sql-database|read-replica|^shard/.test(one.name),
    );
    expect(new Set(databases.map(({ usd }) => usd))).toEqual(new Set([82.5]));
  });
});
