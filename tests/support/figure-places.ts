/** Where the window shows a figure that the command line prints. */
export interface FigurePlace {
  /** As in the JSON of `analyze`, ids left out: `flows[].budget[].meanMs`. */
  readonly pattern: string;
  /** The component that shows it, below `renderer/`. */
  readonly file: string;
  /** What in that file names the figure. */
  readonly says: string;
  /** Its name for `explain`, `*` for the id of its part and `+` for the key within it; null for what is no figure of its own. */
  readonly metric: string | null;
}

const numbers = (kind: string, file: string, ...metrics: readonly string[]): readonly FigurePlace[] =>
  metrics.map((metric) => ({
    pattern: `${kind}.${metric}`,
    file: `panels/inspector/${file}.tsx`,
    says: metric,
    metric,
  }));

const latencies = ['meanMs', 'p50Ms', 'p95Ms', 'p99Ms', 'p999Ms'];
const completions = ['completionMeanMs', 'completionP50Ms', 'completionP95Ms', 'completionP99Ms'];
const costs = ['serversUsd', 'storageUsd', 'requestsUsd', 'egressUsd', 'networkUsd'];

const inMetrics = (kind: string, ...metrics: readonly string[]): readonly FigurePlace[] =>
  metrics.map((metric) => ({
    pattern: `${kind}.${metric}`,
    file: 'panels/metrics.ts',
    says: `'${metric}'`,
    metric,
  }));

const inLayers = (...metrics: readonly string[]): readonly FigurePlace[] =>
  metrics.map((metric) => ({
    pattern: `layers[].${metric}`,
    file: 'panels/drawer/LayerTable.tsx',
    says: `name('${metric}')`,
    metric,
  }));

const inTargets = (kind: string): readonly FigurePlace[] =>
  ['metric', 'target', 'actual', 'met'].map((field) => ({
    pattern: `${kind}.targets[].${field}`,
    file: 'panels/drawer/TargetLine.tsx',
    says: 'figureOfTarget',
    metric: null,
  }));

const words = (pattern: string, file: string, says: string): FigurePlace => ({
  pattern,
  file,
  says,
  metric: null,
});

/** Every figure that `loadline analyze` prints has a line here: `tests/renderer/panels/figure-places.test.ts` looks each up. */
export const figurePlaces: readonly FigurePlace[] = [
  words('design.id', 'frame/DesignName.tsx', 'design'),
  words('design.name', 'frame/DesignName.tsx', 'design'),
  words('load', 'frame/LoadSlider.tsx', 'load'),
  ...['flows', 'nodes', 'edges', 'layers'].map((kind) =>
    words(`${kind}[].id`, 'words/part-names.ts', 'partName'),
  ),
  ...['hops[].from', 'hops[].to'].map((pattern) => words(pattern, 'panels/drawer/LayerTable.tsx', 'HopLine')),
  ...['flows[]', 'layers[]', 'nodes[]', 'totals'].flatMap(inTargets),

  ...inMetrics('flows[]', ...latencies, ...completions),
  ...numbers(
    'flows[]',
    'FlowNumbers',
    'rateRps',
    'servedShare',
    'goodputRps',
    'overlapMs',
    'apdex',
    'availability',
  ),
  ...numbers('flows[]', 'FlowNumbers', 'maxRateRps', 'bottleneck', 'usdPerMillionRequests', 'approximate'),
  {
    pattern: 'flows[].approximate[]',
    file: 'panels/inspector/FlowNumbers.tsx',
    says: 'approximate',
    metric: 'approximate',
  },
  // It has no mean then, and says why.
  {
    pattern: 'flows[].saturated',
    file: 'panels/inspector/FlowNumbers.tsx',
    says: 'saturated',
    metric: 'saturated',
  },
  {
    pattern: 'flows[].budget[].meanMs',
    file: 'panels/drawer/Waterfall.tsx',
    says: 'budget.',
    metric: 'budget.+',
  },
  words('flows[].budget[].node', 'panels/drawer/Waterfall.tsx', 'partName'),
  words('flows[].budget[].edge', 'panels/drawer/Waterfall.tsx', 'network'),

  ...inMetrics('nodes[]', ...latencies, 'withCallsMeanMs', 'withCallsP99Ms'),
  ...numbers('nodes[]', 'NodeNumbers', 'offeredRps', 'carriedRps', 'capacityRps', 'limitedBy', 'utilization'),
  ...numbers(
    'nodes[]',
    'NodeNumbers',
    'placesUtilization',
    'connectionsUtilization',
    'heldUpBy',
    'heldMs',
    'inFlight',
  ),
  ...numbers(
    'nodes[]',
    'NodeNumbers',
    'saturated',
    'refused',
    'waitProbability',
    'waitMs',
    'availability',
    'servers',
  ),
  ...numbers(
    'nodes[]',
    'NodeNumbers',
    'monthlyCostUsd',
    'storageBytes',
    'memoryUtilization',
    'rpoSeconds',
    'rtoSeconds',
  ),
  ...costs.map((kind) => ({
    pattern: `nodes[].cost.${kind}`,
    file: 'panels/inspector/NodeNumbers.tsx',
    says: kind,
    metric: `cost.${kind}`,
  })),
  words('nodes[].cost.unpriced', 'panels/inspector/NodeNumbers.tsx', 'unpriced'),
  {
    pattern: 'nodes[].visits.*',
    file: 'panels/inspector/NodeNumbers.tsx',
    says: 'visits.',
    metric: 'visits.+',
  },

  ...numbers('edges[]', 'EdgeInspector', 'rps', 'bytesPerSecond', 'rttMs', 'timeoutShare'),

  { pattern: 'hops[].rps', file: 'panels/drawer/LayerTable.tsx', says: "metric: 'rps'", metric: 'rps' },
  {
    pattern: 'hops[].flows.*.meanMs',
    file: 'panels/drawer/LayerTable.tsx',
    says: '.meanMs`',
    metric: 'flows.+.meanMs',
  },

  ...inLayers(
    'offeredRps',
    'capacityRps',
    'utilization',
    'availability',
    'servers',
    'monthlyCostUsd',
    'storageBytes',
  ),
  ...numbers('layers[]', 'DesignNumbers', 'headroom', 'busiest'),
  ...['meanMs', 'p99Ms'].map((metric) => ({
    pattern: `layers[].flows.*.${metric}`,
    file: 'panels/drawer/LayerTable.tsx',
    says: `.${metric}\``,
    metric: `flows.+.${metric}`,
  })),

  ...numbers(
    'totals',
    'DesignNumbers',
    'availability',
    'rpoSeconds',
    'rtoSeconds',
    'monthlyCostUsd',
    'storageBytes',
  ),
  {
    pattern: 'totals.servers',
    file: 'panels/drawer/LayerSumsRow.tsx',
    says: "total('servers')",
    metric: 'servers',
  },
  ...costs.map((kind) => ({
    pattern: `totals.cost.${kind}`,
    file: 'panels/drawer/CostTable.tsx',
    says: 'cost.$',
    metric: `cost.${kind}`,
  })),
  words('totals.cost.unpriced', 'panels/drawer/CostTable.tsx', 'unpriced'),
  {
    pattern: 'totals.estimates.*',
    file: 'panels/inspector/DesignNumbers.tsx',
    says: 'estimates.$',
    metric: 'estimates.+',
  },
];
