import type { ReactNode } from 'react';
import {
  type FigureName,
  figureValue,
  groupOfPart,
  groupPart,
  valueOfMetric,
} from '../../../shared/analysis/explanations/figure-names';
import type { OverlayCard } from '../../../shared/diagram/overlay-ids';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { useSelection } from '../../store/selection';
import { useView } from '../../store/view';
import { exactText } from '../../words/figures';
import { useExplainInPlace } from '../explain-in-place';
import styles from './CardFigure.module.css';

type CardMetric = 'rps' | 'p99Ms' | 'utilization';

interface CardFigureProps {
  /** The component or the collapsed group that the card is of. */
  readonly card: string;
  readonly metric: CardMetric;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * A figure on a card: its exact value in the tooltip, and on a card that is selected a click opens how it came about. For the
 * keyboard the same figures are in the inspector, so that a canvas of cards is not a hundred stops.
 */
export function CardFigure({ card, metric, className, children }: CardFigureProps) {
  const name = useNameOnCard(card, metric);
  const value = useFigureOnCard(card, name);
  return (
    <FigureOnCard
      name={value === null ? null : name}
      card={card}
      tip={value === null ? undefined : tipOf(metric, value)}
      className={className}
    >
      {children}
    </FigureOnCard>
  );
}

/** Which figure a card shows: in a sketch without flows what a component can carry; of a group what comes into it. */
function useNameOnCard(card: string, metric: CardMetric): FigureName {
  const isSketch = useReport((state) => state.flows.size === 0);
  const isNode = useReport((state) => state.nodes.has(card));
  if (!isNode) return { part: groupPart(card), metric: metric === 'rps' ? 'incomingRps' : metric };
  if (metric !== 'rps') return { part: card, metric };
  return { part: card, metric: isSketch ? 'capacityRps' : 'offeredRps' };
}

/** Its value; null where there is none. */
function useFigureOnCard(card: string, name: FigureName): number | null {
  const design = useDocument((state) => (groupOfPart(name.part) === null ? null : state.design));
  return useReport(({ analysis, nodes }) => {
    const node = nodes.get(card);
    if (node !== undefined) return numberOf(valueOfMetric(node, name.metric));
    return analysis === null || design === null
      ? null
      : numberOf(figureValue(analysis, name, resolvedOf(design).design));
  });
}

const numberOf = (value: ReturnType<typeof figureValue>): number | null =>
  typeof value === 'number' ? value : null;

interface FigureOnCardProps {
  /** What it is; null for a figure that nothing explains. */
  readonly name: FigureName | null;
  /** The card that has to be selected; null for none. */
  readonly card: string | null;
  readonly tip: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What a card says of a figure of any part. */
function FigureOnCard({ name, card, tip, className, children }: FigureOnCardProps) {
  const isSelected = useSelection((state) => name !== null && card !== null && state.ids.has(card));
  return (
    <span
      className={className === undefined ? styles.figure : `${styles.figure} ${className}`}
      data-tip={tip}
      data-selected={isSelected ? '' : undefined}
      {...useExplainInPlace(name, isSelected)}
    >
      {children}
    </span>
  );
}

interface OverlayFigureProps {
  readonly card: string;
  readonly overlay: OverlayCard;
}

/** The figure of an overlay on a card; of a group that costs several components, their sum. */
export function OverlayFigure({ card, overlay: { figure, of } }: OverlayFigureProps) {
  const isCost = useView((state) => state.overlay === 'cost');
  const isNode = useReport((state) => state.nodes.has(card));
  const name = of ?? (isCost && !isNode ? { part: groupPart(card), metric: 'monthlyCostUsd' } : null);
  const design = useDocument((state) => state.design);
  const value = useReport(({ analysis }) =>
    name === null || analysis === null || design === null
      ? null
      : figureValue(analysis, name, groupOfPart(name.part) === null ? undefined : resolvedOf(design).design),
  );
  return (
    <FigureOnCard
      name={name}
      card={card}
      tip={name === null || typeof value !== 'number' ? undefined : exactFigure(name.metric, value)}
    >
      <b>{figure}</b>
    </FigureOnCard>
  );
}

function exactFigure(metric: string, value: number): string {
  if (metric === 'availability') return exactText({ availability: value });
  return exactText(metric === 'monthlyCostUsd' ? { usd: value } : { ms: value });
}

function tipOf(metric: CardMetric, value: number): string {
  if (metric === 'p99Ms') return exactText({ ms: value });
  return exactText(metric === 'utilization' ? { share: value } : { rps: value });
}
