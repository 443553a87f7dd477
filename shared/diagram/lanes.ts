import { highestOver } from './highest-over';

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

/** The length along a lane that a run keeps from others. */
const reachOf = ({ start, end }: LaneRequest): readonly [from: number, to: number] => [
  Math.min(start, end),
  Math.max(start, end) + clearance,
];

/** Runs of a gutter up to which comparing each with those before it is quicker than a tree. */
const few = 100;

/** For each run, in this order, the first lane beyond all those that the runs before it have where it runs. */
function lanesOf(members: readonly LaneRequest[]): readonly number[] {
  const reaches = members.map(reachOf);
  return reaches.length <= few ? lanesOfFew(reaches) : lanesOfMany(reaches);
}

type Reach = ReturnType<typeof reachOf>;

function lanesOfFew(reaches: readonly Reach[]): readonly number[] {
  const lanes: number[] = [];
  for (const [from, to] of reaches) {
    let lane = 0;
    lanes.forEach((other, i) => {
      const [otherFrom, otherTo] = reaches[i] as Reach;
      if (other >= lane && otherFrom < to && from < otherTo) lane = other + 1;
    });
    lanes.push(lane);
  }
  return lanes;
}

function lanesOfMany(reaches: readonly Reach[]): readonly number[] {
  const stops = [...new Set(reaches.flat())].toSorted((a, b) => a - b);
  const positionOf = new Map(stops.map((stop, position) => [stop, position]));
  const lanes = highestOver(stops.length);
  return reaches.map(([from, to]) => {
    const [first, beyond] = [positionOf.get(from) ?? 0, positionOf.get(to) ?? 0];
    const lane = lanes.highest(first, beyond) + 1;
    lanes.raise(first, beyond, lane);
    return lane;
  });
}

/**
 * A position for each run, between its `low` and `high`: runs of one gutter that overlap get lanes of their own, 22 px apart
 * where there is room, and keep an order that avoids crossings.
 */
export function assignLanes(requests: readonly LaneRequest[]): readonly number[] {
  const positions = requests.map((request) => (request.low + request.high) / 2);
  for (const gutter of guttersOf(requests)) {
    const members = gutter.members
      .flatMap((index) => {
        const request = requests[index];
        return request === undefined ? [] : [{ request, index }];
      })
      .sort((a, b) => byStart(a.request, b.request) || a.index - b.index);
    const lanesOfMembers = lanesOf(members.map(({ request }) => request));
    const lanes = lanesOfMembers.reduce((most, lane) => Math.max(most, lane + 1), 1);
    const step = lanes === 1 ? 0 : Math.min(spacing, (gutter.high - gutter.low) / (lanes - 1));
    const first = (gutter.low + gutter.high) / 2 - (step * (lanes - 1)) / 2;
    members.forEach(({ index }, member) => {
      positions[index] = first + (lanesOfMembers[member] ?? 0) * step;
    });
  }
  return positions;
}
