import type { Analysis } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import { formatPercent, formatRps } from '../math/format';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import { collapsedParts } from '../model/collapsed';
import type { Design } from '../model/schema';
import { drawnEdges } from './drawn-edges';
import { bundleLabel, type EdgeLabel } from './edge-label';
import type { CardFigures, CardState, FigureIndex } from './figures';

const rank: Readonly<Record<CardState, number>> = { unmodelled: 0, healthy: 1, near: 2, saturated: 3 };

/**
 * The figures of a design whose groups may be collapsed: the card of a collapsed group has those of all that is in it, and edges
 * that are drawn as one have their sum. The very index where nothing is collapsed.
 */
export function figuresWithCollapsed(
  index: FigureIndex,
  design: Design,
  resolved: ResolvedDesign,
  analysis: Analysis | null,
  language: Language = english,
): FigureIndex {
  const { shown, within } = collapsedParts(design);
  if (shown.size === 0) return index;
  const rates = new Map((analysis?.edges ?? []).map(({ id, rps }) => [id, rps]));
  const edges = drawnEdges(design);
  const cards = new Map<string, CardFigures>();
  const labels = new Map<string, EdgeLabel | null>();
  const cardOf = (id: string): CardFigures => {
    const members = resolved.nodes.filter((node) => within.get(node.id) === id);
    const into = resolved.edges.filter(({ from, to }) => within.get(to) === id && within.get(from) !== id);
    const missed = members.map((node) => missedBy(analysis, node.id)).reduce((sum, count) => sum + count, 0);
    return collapsedFigures(
      members.flatMap((node) => index.card(node.id) ?? []),
      into.reduce((sum, edge) => sum + (rates.get(edge.id) ?? 0), 0),
      missed,
      language,
    );
  };
  const labelOf = (id: string): EdgeLabel | null => {
    const drawn = edges.get(id);
    if (drawn === undefined || drawn === null || drawn.of.length < 2) return index.edge(id);
    return bundleLabel(
      drawn.of.flatMap((edge) => index.edge(edge) ?? []),
      drawn.of.reduce((sum, edge) => sum + (rates.get(edge) ?? 0), 0),
      language,
    );
  };
  return {
    ...index,
    card: (id) => (shown.has(id) ? kept(cards, id, cardOf) : index.card(id)),
    edge: (id) => (edges.has(id) ? kept(labels, id, labelOf) : index.edge(id)),
  };
}

function kept<T>(made: Map<string, T>, id: string, make: (id: string) => T): T {
  const known = made.get(id);
  if (known !== undefined) return known;
  const value = make(id);
  made.set(id, value);
  return value;
}

const missedBy = (analysis: Analysis | null, id: string): number =>
  analysis?.nodes.find((node) => node.id === id)?.targets.filter(({ met }) => !met).length ?? 0;

/** What the card of a collapsed group says: how many components, calls that come into it, and the worst of what is in it. */
function collapsedFigures(
  cards: readonly CardFigures[],
  inRps: number,
  missedTargets: number,
  language: Language,
): CardFigures {
  const worst = cards.toSorted(
    (a, b) => rank[b.state] - rank[a.state] || (b.utilization ?? -1) - (a.utilization ?? -1),
  )[0];
  const state = worst?.state ?? 'unmodelled';
  const utilization = worst?.utilization ?? null;
  const load = utilization === null ? null : formatPercent(utilization, language.numbers);
  return {
    detail: inLanguage(language, '{count, plural, one {# component} other {# components}}', {
      count: { count: cards.length },
    }),
    rps: inRps > 0 ? formatRps(inRps, language.numbers) : null,
    rpsUnit: inLanguage(language, 'rps in'),
    p99: null,
    target: null,
    utilization,
    percent: state === 'saturated' ? inLanguage(language, 'saturated') : load,
    load,
    planned: worst?.planned ?? null,
    state,
    missed: cards.some(({ missed }) => missed),
    missedTargets,
    bottleneck: cards.some(({ bottleneck }) => bottleneck),
  };
}
