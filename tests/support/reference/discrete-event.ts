import { exponential, type Random, seeded, serviceTime } from './seeded';

/** A station of places and lanes that calls something else while a request holds its place. */
export interface Sketch {
  readonly perMs: number;
  readonly lanes: number;
  readonly places: number;
  readonly limit?: number;
  readonly work: Spread;
  /** Time without a lane, drawn anew for each request. */
  readonly delay: Spread;
  readonly seed: number;
  readonly requests: number;
}

export interface Spread {
  readonly meanMs: number;
  readonly cv: number;
}

export interface Simulated {
  readonly meanMs: number;
  readonly placeWaitProbability: number;
  readonly placeWaitMs: number;
  readonly laneWaitMs: number;
  readonly lossShare: number;
  readonly completedPerMs: number;
}

interface Request {
  readonly arrivedAt: number;
  startedAt: number;
  laneAt: number;
}

type Event = { readonly at: number; readonly run: () => void };

/** A binary heap by time. */
function agenda() {
  const heap: Event[] = [];
  const at = (i: number) => heap[i]?.at ?? Number.POSITIVE_INFINITY;
  const swap = (i: number, j: number) => {
    const [a, b] = [heap[i], heap[j]];
    if (a === undefined || b === undefined) return;
    heap[i] = b;
    heap[j] = a;
  };
  return {
    add: (event: Event) => {
      heap.push(event);
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (at(parent) <= at(i)) break;
        swap(i, parent);
        i = parent;
      }
    },
    next: (): Event | undefined => {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || last === undefined) return first;
      heap[0] = last;
      for (let i = 0; ; ) {
        const least = [2 * i + 1, 2 * i + 2].reduce(
          (best, child) => (at(child) < at(best) ? child : best),
          i,
        );
        if (least === i) break;
        swap(i, least);
        i = least;
      }
      return first;
    },
  };
}

/** First a wait for a place, then one for a lane, work, and the delay, which holds the place and no lane. */
export function simulate(sketch: Sketch): Simulated {
  const { perMs, lanes, places, limit = Number.POSITIVE_INFINITY, work, delay, requests } = sketch;
  const random: Random = seeded(sketch.seed);
  const events = agenda();
  const [forPlace, forLane]: [Request[], Request[]] = [[], []];
  const warmUp = requests / 10;
  let [now, inProgress, working, arrived, refused, done, waited] = [0, 0, 0, 0, 0, 0, 0];
  let [total, placeWait, laneWait, measuredFrom] = [0, 0, 0, 0];
  const after = (ms: number, run: () => void) => events.add({ at: now + ms, run });
  const enterLane = (request: Request) => {
    working += 1;
    request.laneAt = now;
    after(serviceTime(work.meanMs, work.cv, random), () => {
      working -= 1;
      const next = forLane.shift();
      if (next !== undefined) enterLane(next);
      after(serviceTime(delay.meanMs, delay.cv, random), () => finish(request));
    });
  };
  const accept = (request: Request) => {
    inProgress += 1;
    request.startedAt = now;
    if (working < lanes) enterLane(request);
    else forLane.push(request);
  };
  const finish = (request: Request) => {
    inProgress -= 1;
    const next = forPlace.shift();
    if (next !== undefined) accept(next);
    if (arrived < warmUp) return;
    if (done === 0) measuredFrom = now;
    done += 1;
    total += now - request.arrivedAt;
    placeWait += request.startedAt - request.arrivedAt;
    laneWait += request.laneAt - request.startedAt;
    waited += request.startedAt > request.arrivedAt ? 1 : 0;
  };
  const arrive = () => {
    arrived += 1;
    after(exponential(random) / perMs, arrive);
    const request = { arrivedAt: now, startedAt: now, laneAt: now };
    if (inProgress + forPlace.length >= limit) refused += 1;
    else if (inProgress < places) accept(request);
    else forPlace.push(request);
  };
  after(exponential(random) / perMs, arrive);
  while (arrived < requests) {
    const event = events.next();
    if (event === undefined) break;
    now = event.at;
    event.run();
  }
  return {
    meanMs: total / done,
    placeWaitProbability: waited / done,
    placeWaitMs: placeWait / done,
    laneWaitMs: laneWait / done,
    lossShare: refused / arrived,
    completedPerMs: done / (now - measuredFrom),
  };
}
