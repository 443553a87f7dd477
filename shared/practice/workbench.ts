import { daySeconds, yearSeconds } from '../math/calendar';
import { type Message, message } from '../math/message';
import type { Quantity } from '../math/quantity';
import { peakRpsOfRate, type Rated } from '../model/rates';
import { type Design, type Flow, flowsOf, type Workload } from '../model/schema';
import type { FlowKind } from '../model/vocabulary';

/** A class of requests before it is a flow: how many of all requests it is, or its rate, and its sizes. */
export interface RequestClass {
  readonly id: string;
  readonly name: string;
  readonly kind: FlowKind;
  readonly rate: Flow['rate'];
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly storedBytes: number;
  /** Peak ÷ average, over the workload's. */
  readonly peakFactor?: number;
}

/** An estimate with its arithmetic; `value` is null where something that it needs is not set. */
export interface WorkbenchLine {
  readonly id: string;
  readonly title: string;
  readonly value: Quantity | null;
  /** The arithmetic with the numbers put in, or what is missing. */
  readonly arithmetic: Message;
}

/** What a workbench starts from where nothing is drawn: reads and writes, ten to one. */
export const firstRequests: readonly RequestClass[] = [
  {
    id: 'read',
    name: 'Read',
    kind: 'read',
    rate: { share: 0.9 },
    requestBytes: 500,
    responseBytes: 2_000,
    storedBytes: 0,
  },
  {
    id: 'write',
    name: 'Write',
    kind: 'write',
    rate: { share: 0.1 },
    requestBytes: 1_000,
    responseBytes: 200,
    storedBytes: 1_000,
  },
];

/** The flows of the design as classes of requests; sizes that a flow leaves out count as nothing. */
export const requestsOf = (design: Design): readonly RequestClass[] =>
  flowsOf(design).map((flow) => {
    const {
      id,
      name = id,
      kind,
      rate,
      requestBytes = 0,
      responseBytes = 0,
      storedBytes = 0,
      peakFactor,
    } = flow;
    const request = { id, name, kind, rate, requestBytes, responseBytes, storedBytes };
    return peakFactor === undefined ? request : { ...request, peakFactor };
  });

/** The rate of a class at peak, which may be a ratio of another of them; null where it is a share of a workload that is not set. */
export const peakRpsOf = (
  { rate }: Pick<RequestClass, 'rate'>,
  workload: Workload | undefined,
  requests: readonly Rated[],
): number | null => peakRpsOfRate(rate, workload, requests);

/** The sum over the classes of a figure of each; null where one has none. */
function total(
  requests: readonly RequestClass[],
  of: (request: RequestClass) => number | null,
): number | null {
  return requests.reduce<number | null>((sum, request) => {
    const value = of(request);
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

const lineTitles = {
  average: 'Requests on average',
  peak: 'Requests at peak',
  ratio: 'Reads per write',
  storedPerDay: 'Stored per day, one copy',
  stored: 'Stored at retention, one copy',
  growth: 'Requests at peak in a year',
  reads: 'Reads at peak',
  writes: 'Writes at peak',
  in: 'Data in per second, at peak',
  out: 'Data out per second, at peak',
} as const;

/** What a line needs that is not set. */
const missingTexts = {
  workload: 'Needs daily users and requests a user a day.',
  rates: 'Needs the rates at peak.',
  retention: 'Needs the years that data are kept.',
} as const;

type LineId = keyof typeof lineTitles;

const line = (id: LineId, value: Quantity | null, arithmetic: Message): WorkbenchLine => ({
  id,
  title: lineTitles[id],
  value,
  arithmetic,
});

const missing = (id: LineId, what: keyof typeof missingTexts): WorkbenchLine =>
  line(id, null, message(missingTexts[what]));

/** From users and requests to rates, traffic, storage and growth, as it is worked out on paper. */
export function workbenchLines(
  workload: Workload | undefined,
  requests: readonly RequestClass[],
): readonly WorkbenchLine[] {
  return [
    ...rateLines(workload),
    ...kindLines(workload, requests),
    ...trafficLines(workload, requests),
    ...storageLines(workload, requests),
  ];
}

function rateLines(workload: Workload | undefined): readonly WorkbenchLine[] {
  const { dailyActiveUsers: users, requestsPerUserPerDay: perUser, peakFactor: factor = 1 } = workload ?? {};
  if (users === undefined || perUser === undefined) return [missing('average', 'workload')];
  const averageRps = (users * perUser) / daySeconds;
  return [
    line(
      'average',
      { rps: averageRps },
      message('{users} users × {perUser} requests a day ÷ 86 400 s', {
        users: { count: users },
        perUser: { count: perUser },
      }),
    ),
    line(
      'peak',
      { rps: averageRps * factor },
      message('{average} on average {factor}', { average: { rps: averageRps }, factor: { factor } }),
    ),
  ];
}

function kindLines(
  workload: Workload | undefined,
  requests: readonly RequestClass[],
): readonly WorkbenchLine[] {
  const kinds = [
    ['reads', 'read'],
    ['writes', 'write'],
  ] as const;
  const rates = kinds.map(([, kind]) => {
    const ofKind = requests.filter((request) => request.kind === kind);
    return total(ofKind, (request) => peakRpsOf(request, workload, requests));
  });
  const lines = kinds.map(([id, kind], at) => {
    const rps = rates[at] ?? null;
    const count = requests.filter((request) => request.kind === kind).length;
    return rps === null
      ? missing(id, 'workload')
      : line(
          id,
          { rps },
          message('The sum over {count, plural, one {# class of requests} other {# classes of requests}}', {
            count: { choice: count },
          }),
        );
  });
  const [reads = null, writes = null] = rates;
  if (reads === null || writes === null || writes === 0) return lines;
  return [
    ...lines,
    line(
      'ratio',
      { count: reads / writes },
      message('{reads} ÷ {writes}', { reads: { rps: reads }, writes: { rps: writes } }),
    ),
  ];
}

function trafficLines(
  workload: Workload | undefined,
  requests: readonly RequestClass[],
): readonly WorkbenchLine[] {
  const sides = [
    ['in', 'requestBytes'],
    ['out', 'responseBytes'],
  ] as const;
  const rps = total(requests, (request) => peakRpsOf(request, workload, requests));
  return sides.map(([id, size]) => {
    const bytes = total(requests, (request) => {
      const rate = peakRpsOf(request, workload, requests);
      return rate === null ? null : rate * request[size];
    });
    if (bytes === null || rps === null) return missing(id, 'rates');
    const mean = rps === 0 ? 0 : bytes / rps;
    return line(
      id,
      { bytes },
      message('{rps} at peak × {bytes} a request on average', { rps: { rps }, bytes: { bytes: mean } }),
    );
  });
}

/** Storage is worked out at the average rate: a peak lasts for hours, what is kept for years. */
function storageLines(
  workload: Workload | undefined,
  requests: readonly RequestClass[],
): readonly WorkbenchLine[] {
  const { peakFactor = 1, retentionYears, annualGrowth } = workload ?? {};
  const bytesPerSecond = total(requests, (request) => {
    const peak = peakRpsOf(request, workload, requests);
    return peak === null ? null : (peak / (request.peakFactor ?? peakFactor)) * request.storedBytes;
  });
  if (bytesPerSecond === null) return [missing('storedPerDay', 'rates')];
  const perDay = bytesPerSecond * daySeconds;
  const perYear = bytesPerSecond * yearSeconds;
  const lines = [
    line(
      'storedPerDay',
      { bytes: perDay },
      message('{bytes} a second on average × 86 400 s', { bytes: { bytes: bytesPerSecond } }),
    ),
    retentionYears === undefined
      ? missing('stored', 'retention')
      : line(
          'stored',
          { bytes: perYear * retentionYears },
          message('{bytes} a year × {years, plural, one {# year} other {# years}}', {
            bytes: { bytes: perYear },
            years: { choice: retentionYears },
          }),
        ),
  ];
  const rps = total(requests, (request) => peakRpsOf(request, workload, requests));
  if (annualGrowth === undefined || rps === null) return lines;
  return [
    ...lines,
    line(
      'growth',
      { rps: rps * (1 + annualGrowth) },
      message('{rps} × (1 + {growth})', { rps: { rps }, growth: { share: annualGrowth } }),
    ),
  ];
}
