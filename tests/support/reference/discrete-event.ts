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
  /** Probability that a request comes back once it is done; 0 where absent. */
  readonly comesBack?: number;
  readonly seed: number;
  readonly requests: number;
}

export interface Spread {
  readonly meanMs: number;
  readonly cv: number;
}

export interface Simulated {
  readonly meanMs: number;
  readonly p99Ms: number;
  /** Mean number of requests that hold a place. */
  readonly inProgress: number;
  /** Share of the time that a lane is busy. */
  readonly lanesBusy: number;
  readonly placeWaitProbability: number;
  readonly placeWaitMs: number;
  readonly laneWaitMs: number;
  readonly lossShare: number;
  readonly completedPerMs: number;
}

interface Request {
  readonly arrivedAt: number;
  /** When it came in, or came back. */
  visitedAt: number;
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
  const { comesBack = 0 } = sketch;
  const random: Random = seeded(sketch.seed);
  const events = agenda();
  const [forPlace, forLane]: [Request[], Request[]] = [[], []];
  const warmUp = requests / 10;
  let [now, inProgress, working, arrived, refused, done, waited] = [0, 0, 0, 0, 0, 0, 0];
  let [total, placeWait, laneWait, measuredFrom, held, busy] = [0, 0, 0, 0, 0, 0];
  const times: number[] = [];
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
    // Without a draw where nothing comes back, so that other sketches go on as they were.
    if (comesBack > 0 && random() < comesBack) {
      request.visitedAt = now;
      enter(request);
      return;
    }
    if (arrived < warmUp) return;
    if (done === 0) measuredFrom = now;
    done += 1;
    total += now - request.arrivedAt;
    times.push(now - request.arrivedAt);
    placeWait += request.startedAt - request.visitedAt;
    laneWait += request.laneAt - request.startedAt;
    waited += request.startedAt > request.visitedAt ? 1 : 0;
  };
  const enter = (request: Request) => {
    if (inProgress < places) accept(request);
    else forPlace.push(request);
  };
  const arrive = () => {
    arrived += 1;
    after(exponential(random) / perMs, arrive);
    if (inProgress + forPlace.length >= limit) refused += 1;
    else enter({ arrivedAt: now, visitedAt: now, startedAt: now, laneAt: now });
  };
  after(exponential(random) / perMs, arrive);
  while (arrived < requests) {
    const event = events.next();
    if (event === undefined) break;
    if (done > 0) {
      held += inProgress * (event.at - now);
      busy += working * (event.at - now);
    }
    now = event.at;
    event.run();
  }
  times.sort((a, b) => a - b);
  const measuredMs = now - measuredFrom;
  return {
    meanMs: total / done,
    p99Ms: times[Math.floor(0.99 * times.length)] ?? Number.NaN,
    inProgress: held / measuredMs,
    lanesBusy: busy / measuredMs / lanes,
    placeWaitProbability: waited / done,
    placeWaitMs: placeWait / done,
    laneWaitMs: laneWait / done,
    lossShare: refused / arrived,
    completedPerMs: done / measuredMs,
  };
}
