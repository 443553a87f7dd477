/** A run across the direction of an edge that wants a place of its own between `low` and `high`. */
export interface LaneRequest {
  readonly low: number;
  readonly high: number;
  /** Where the run begins and ends, across. */
  readonly start: number;
  readonly end: number;
}

/** px between two lanes of a gutter, and along a lane between two runs in it. */
const spacing = 22;
const clearance = 10;
/** Two runs share a gutter when so much of their room is common. */
const leastCommon = 16;

interface Gutter {
  low: number;
  high: number;
  readonly members: number[];
}

/** Runs whose room is mostly the same, put together from low to high. */
function guttersOf(requests: readonly LaneRequest[]): readonly Gutter[] {
  const middle = (request: LaneRequest) => request.low + request.high;
  const order = requests
    .map((request, index) => ({ request, index }))
    .sort((a, b) => middle(a.request) - middle(b.request) || a.index - b.index);
  const gutters: Gutter[] = [];
  for (const { request, index } of order) {
    const gutter = gutters.at(-1);
    const low = Math.max(request.low, gutter?.low ?? Number.NEGATIVE_INFINITY);
    const high = Math.min(request.high, gutter?.high ?? Number.POSITIVE_INFINITY);
    const common = Math.min(leastCommon, request.high - request.low);
    if (gutter !== undefined && high - low >= common) {
      gutter.low = low;
      gutter.high = high;
      gutter.members.push(index);
    } else {
      gutters.push({ low: request.low, high: request.high, members: [index] });
    }
  }
  return gutters;
}

/**
 * Runs that go down come first, the lowest start first; then those that go up, the highest start first: so that edges of one
 * card, sorted by where they lead, do not cross each other.
 */
function byStart(a: LaneRequest, b: LaneRequest): number {
  const aDown = a.end > a.start;
  const bDown = b.end > b.start;
  if (aDown !== bDown) return aDown ? -1 : 1;
  return aDown ? b.start - a.start || b.end - a.end : a.start - b.start || a.end - b.end;
}

const overlap = (a: LaneRequest, b: LaneRequest) =>
  Math.min(a.start, a.end) < Math.max(b.start, b.end) + clearance &&
  Math.min(b.start, b.end) < Math.max(a.start, a.end) + clearance;

/**
 * A position for each run, between its `low` and `high`: runs of one gutter that overlap get lanes of their own, 22 px apart
 * where there is room, and keep an order that avoids crossings. Quadratic only in the runs of one gutter.
 */
export function assignLanes(requests: readonly LaneRequest[]): readonly number[] {
  const positions = requests.map((request) => (request.low + request.high) / 2);
  for (const gutter of guttersOf(requests)) {
    const placed: { readonly request: LaneRequest; readonly index: number; readonly lane: number }[] = [];
    const members = gutter.members
      .flatMap((index) => {
        const request = requests[index];
        return request === undefined ? [] : [{ request, index }];
      })
      .sort((a, b) => byStart(a.request, b.request) || a.index - b.index);
    let lanes = 1;
    for (const { request, index } of members) {
      let lane = 0;
      for (const other of placed) {
        if (other.lane >= lane && overlap(other.request, request)) lane = other.lane + 1;
      }
      placed.push({ request, index, lane });
      lanes = Math.max(lanes, lane + 1);
    }
    const step = lanes === 1 ? 0 : Math.min(spacing, (gutter.high - gutter.low) / (lanes - 1));
    const first = (gutter.low + gutter.high) / 2 - (step * (lanes - 1)) / 2;
    for (const { index, lane } of placed) positions[index] = first + lane * step;
  }
  return positions;
}
