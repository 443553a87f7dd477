import type { Analysis, LayerFigures } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import type { Lane } from '../layout/lanes';
import { formatMs, formatPercent, formatRate, formatRps } from '../math/format';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import type { LayerId } from '../model/vocabulary';
import { type LayerRow, rollUp } from './layer-rows';
import type { LoadState } from './load-state';
import { nearestFlow } from './nearest-flow';
import { layerTitles } from './palette';

/** '7.8k', and '7.8k rps' where there is room. */
export interface RateText {
  readonly short: string;
  readonly full: string;
}

/** What the head of a lane says. A figure that is not there is null. */
export interface LaneHead {
  readonly id: LayerId;
  readonly title: string;
  /** What is offered to the layer. */
  readonly offered: RateText | null;
  /** Its capacity. */
  readonly capacity: RateText | null;
  /** 0..1, above 1 where saturated: of the busiest node. */
  readonly utilization: number | null;
  /** The planned limit of the busiest node. */
  readonly limit: number;
  /** '32 %', or 'saturated'. */
  readonly load: string | null;
  readonly state: LoadState;
  /** The layer's part of the flow's p99; null where the flow does not wait for it. */
  readonly p99: string | null;
  /** The flow uses the layer, and does not wait for it. */
  readonly async: boolean;
  /** '≤ 10 ms': the tightest latency budget of the layer, a missed one first. */
  readonly budget: { readonly text: string; readonly met: boolean } | null;
}

/** Calls between two layers, of those that cross a gutter. */
export interface Crossing {
  readonly from: LayerId;
  readonly to: LayerId;
  readonly rps: number;
  readonly meanMs: number;
}

/** What crosses between a lane and the next, of neighbours and of lanes farther apart. */
export interface GutterFigures {
  readonly left: LayerId;
  readonly right: LayerId;
  /** Calls to the right and to the left; null where nothing is called that way. */
  readonly rightwards: RateText | null;
  readonly leftwards: RateText | null;
  /** '1.2 ms', the mean that a request of the flow waits for the network here; null where it does not. */
  readonly time: string | null;
  readonly crossings: readonly Crossing[];
}

export interface LaneFigures {
  readonly heads: readonly LaneHead[];
  readonly gutters: readonly GutterFigures[];
  /** The flow that p99 and the milliseconds are of; null without flows. */
  readonly flow: string | null;
}

interface LaneFigureOptions {
  /** The flow that p99 and the milliseconds are of; the one nearest its target where left out or not there. */
  readonly flow?: string | null;
  /** false leaves out all but the names of the layers. */
  readonly showFigures?: boolean;
  readonly language?: Language;
}

const rateOf = (rps: number, { numbers }: Language): RateText => ({
  short: formatRps(rps, numbers),
  full: formatRate(rps, numbers),
});

function budgetOf({ targets }: LayerFigures, { numbers }: Language): LaneHead['budget'] {
  const latency = targets.filter(({ metric }) => metric === 'p99Ms' || metric === 'meanMs');
  const shown = latency.find(({ met }) => !met) ?? latency.find(({ metric }) => metric === 'p99Ms');
  return shown === undefined ? null : { text: `≤ ${formatMs(shown.target, numbers)}`, met: shown.met };
}

const bare = (id: LayerId, language: Language): LaneHead => ({
  id,
  title: inLanguage(language, layerTitles[id]),
  offered: null,
  capacity: null,
  utilization: null,
  limit: 1,
  load: null,
  state: 'calm',
  p99: null,
  async: false,
  budget: null,
});

function headOf(row: LayerRow, isSketch: boolean, language: Language): LaneHead {
  const { figures, limit, state } = row;
  const { numbers } = language;
  // Without flows nothing is offered, and zeros would say that something is.
  const offered = isSketch || row.offeredRps === null ? null : rateOf(row.offeredRps, language);
  const utilization = isSketch ? null : figures.utilization;
  const waits = row.use === 'sync' && utilization !== null && row.p99Ms !== null;
  return {
    ...bare(row.id, language),
    offered,
    capacity: figures.capacityRps === null || isSketch ? null : rateOf(figures.capacityRps, language),
    utilization,
    limit,
    load:
      utilization === null
        ? null
        : state === 'saturated'
          ? inLanguage(language, 'saturated')
          : formatPercent(utilization, numbers),
    state: isSketch ? 'calm' : state,
    p99: waits && row.p99Ms !== null ? formatMs(row.p99Ms, numbers) : null,
    async: row.use === 'async',
    budget: isSketch ? null : budgetOf(figures, language),
  };
}

/** The figures of the gutter behind the lane at `at`. */
function gutterOf(
  lanes: readonly Pick<Lane, 'id'>[],
  at: number,
  rows: readonly LayerRow[],
  language: Language,
): GutterFigures {
  const positions = new Map(lanes.map(({ id }, position) => [id, position]));
  const isRight = (id: LayerId): boolean => (positions.get(id) ?? 0) > at;
  const crossings = rows.flatMap(({ id: to, hops }) =>
    hops.flatMap(({ from, rps, meanMs }) =>
      isRight(from) === isRight(to) ? [] : [{ from, to, rps, meanMs }],
    ),
  );
  const rate = (rightwards: boolean): RateText | null => {
    const those = crossings.filter(({ to }) => isRight(to) === rightwards);
    const rps = those.reduce((sum, crossing) => sum + crossing.rps, 0);
    return rps > 0 ? rateOf(rps, language) : null;
  };
  const meanMs = crossings.reduce((sum, crossing) => sum + crossing.meanMs, 0);
  const [left, right] = [lanes[at]?.id ?? 'client', lanes[at + 1]?.id ?? 'client'];
  const time = meanMs > 0 ? formatMs(meanMs, language.numbers) : null;
  return { left, right, rightwards: rate(true), leftwards: rate(false), time, crossings };
}

/**
 * What is in the heads of lanes and in the gutters between them. A call to a layer farther off crosses each gutter on its
 * way and counts in each of them.
 */
export function laneFigures(
  lanes: readonly Pick<Lane, 'id'>[],
  design: ResolvedDesign,
  analysis: Analysis | null,
  options: LaneFigureOptions = {},
): LaneFigures {
  const { language = english } = options;
  const shown = options.showFigures === false ? null : analysis;
  const flows = shown?.flows ?? [];
  const flow = flows.find(({ id }) => id === options.flow)?.id ?? nearestFlow(flows)?.id ?? null;
  const rows = shown === null ? [] : rollUp(design, shown, flow).rows;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    heads: lanes.map(({ id }) => {
      const row = rowOf.get(id);
      return row === undefined ? bare(id, language) : headOf(row, flows.length === 0, language);
    }),
    gutters: lanes.slice(1).map((_, at) => gutterOf(lanes, at, rows, language)),
    flow,
  };
}
