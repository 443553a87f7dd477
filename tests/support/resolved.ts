import type { Kind } from '../../shared/catalog/kind';
import type {
  Basis,
  ResolvedConfig,
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedGroup,
  ResolvedNode,
} from '../../shared/catalog/resolved';
import type { Behaviour, FlowKind, LayerId } from '../../shared/model/vocabulary';

const plainConfig: ResolvedConfig = {
  replicas: 1,
  concurrency: 1,
  readMs: 1,
  writeMs: 1,
  cv: 1,
  delayMs: 0,
  delayCv: 1,
  slowShare: 0,
  slowMs: 0,
  maxInFlight: null,
  standby: 0,
  queueLimit: null,
  maxUtilization: 0.7,
  instanceAvailability: 1,
  multiZone: false,
  bandwidthMbps: null,
  rateLimitRps: null,
  quotaRps: null,
  connectionsPerReplica: null,
  algorithm: 'least-connections',
  failover: true,
  hotShare: 0,
  scaleUp: 1,
  hitRate: 0,
  hitRates: {},
  shards: 1,
  replicasPerShard: 1,
  replication: 'async',
  readFrom: 'leader',
  readQuorum: 1,
  writeQuorum: 1,
  replicaRttMs: 0,
  scatter: false,
  other: {},
};

/** A layer in which components of each behaviour stand. */
export const layerOf: Readonly<Record<Behaviour, LayerId>> = {
  source: 'client',
  station: 'service',
  distributor: 'traffic',
  'inline-cache': 'edge',
  'aside-cache': 'cache',
  store: 'data',
  buffer: 'messaging',
  observer: 'operations',
  'pass-through': 'external',
};

const documentBasis: Basis = { kind: 'document' };

function plainKind(id: string, behaviour: Behaviour): Kind {
  return {
    id,
    title: id,
    layer: layerOf[behaviour],
    icon: 'box',
    behaviour,
    purpose: '',
    keywords: [],
    technologies: [],
    defaults: {},
    main: [],
    more: [],
  };
}

export type NodeSketch = Partial<Omit<ResolvedNode, 'id' | 'config' | 'kind'>> & {
  readonly behaviour?: Behaviour;
  readonly kindId?: string;
  /** ms of reads and writes alike. */
  readonly serviceMs?: number;
  readonly config?: Partial<ResolvedConfig>;
};

/** A node with neutral settings: one server of 1 ms, exponential, unless said otherwise. */
export function nodeOf(id: string, sketch: NodeSketch = {}): ResolvedNode {
  const { behaviour = 'station', kindId, serviceMs, config, ...rest } = sketch;
  const service = serviceMs === undefined ? {} : { readMs: serviceMs, writeMs: serviceMs };
  return {
    id,
    kind: plainKind(kindId ?? behaviour, behaviour),
    name: id,
    named: true,
    technology: null,
    layer: layerOf[behaviour],
    behaviour,
    group: null,
    zone: null,
    region: null,
    config: { ...plainConfig, ...service, ...config },
    basis: {},
    targets: {},
    ...rest,
  };
}

export type EdgeSketch = Partial<Omit<ResolvedEdge, 'from' | 'to'>>;

export interface FlowSketch {
  readonly kind?: FlowKind;
  readonly entry: string;
  readonly rateRps?: number;
  readonly requestBytes?: number;
  readonly responseBytes?: number;
  readonly targets?: ResolvedFlow['targets'];
  readonly connections?: number;
}

export interface DesignSketch {
  readonly nodes: Readonly<Record<string, NodeSketch>>;
  /** `a -> b` or `a -> b #name`, in the document's order; each its own step after the one before unless it names one. */
  readonly edges?: Readonly<Record<string, EdgeSketch>>;
  readonly flows?: Readonly<Record<string, FlowSketch>>;
  readonly groups?: readonly ResolvedGroup[];
  readonly targets?: ResolvedDesign['targets'];
}

/** A resolved design with full control of its configuration, without going through the catalog. */
export function designOf(sketch: DesignSketch): ResolvedDesign {
  const flows = Object.entries(sketch.flows ?? {}).map(
    ([id, of]): ResolvedFlow => ({
      id,
      name: id,
      kind: of.kind ?? 'read',
      entry: of.entry,
      rateRps: of.rateRps ?? 0,
      rateBasis: documentBasis,
      rateOf: null,
      requestBytes: of.requestBytes ?? 0,
      responseBytes: of.responseBytes ?? 0,
      storedBytes: 0,
      idempotent: null,
      cacheable: null,
      deferrable: null,
      ordered: null,
      anonymous: null,
      clientRttMs: null,
      connections: of.connections ?? 0,
      peakFactor: null,
      targets: of.targets ?? {},
    }),
  );
  const nodes = Object.entries(sketch.nodes).map(([id, of]) => nodeOf(id, of));
  const behaviours = new Map(nodes.map((node) => [node.id, node.behaviour]));
  const edges = Object.entries(sketch.edges ?? {}).map(([arrow, of], position): ResolvedEdge => {
    const [ends = ''] = arrow.split('#');
    const [from = '', to = ''] = ends.split('->').map((end) => end.trim());
    return {
      id: `e${position}`,
      from,
      to,
      label: '',
      protocol: 'https',
      mode: behaviours.get(from) === 'buffer' ? 'async' : 'sync',
      flows: flows.map((flow) => flow.id),
      calls: 1,
      onMissOf: null,
      fallbackOf: null,
      operation: null,
      requestBytes: null,
      responseBytes: null,
      storedBytes: null,
      backoff: null,
      circuitBreaker: false,
      choice: behaviours.get(from) === 'distributor',
      weight: 1,
      step: position + 1,
      network: 'same-zone',
      rttMs: 0,
      retries: 0,
      timeoutMs: null,
      tls: true,
      optional: false,
      basis: {},
      ...of,
    };
  });
  return {
    id: 'design',
    name: 'Design',
    workload: {},
    targets: sketch.targets ?? {},
    prices: {},
    flows,
    nodes,
    edges,
    groups: sketch.groups ?? [],
    practices: {},
    suppressions: [],
  };
}
