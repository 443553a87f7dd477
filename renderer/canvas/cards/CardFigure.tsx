import type { ReactNode } from 'react';
import { type FigureName, figureValue } from '../../../shared/analysis/explanations/figure-names';
import type { OverlayCard } from '../../../shared/diagram/overlay-ids';
import { useReport } from '../../store/report';
import { useSelection } from '../../store/selection';
import { exactText } from '../../words/figures';
import { useExplainInPlace } from '../explain-in-place';
import styles from './CardFigure.module.css';

interface CardFigureProps {
  /** The component; of a collapsed group, whose figures are of several together, nothing opens. */
  readonly node: string | null;
  readonly metric: 'rps' | 'p99Ms' | 'utilization';
  readonly children: ReactNode;
}

/**
 * A figure on a card: its exact value in the tooltip, and on a card that is selected a click opens how it came about. For the
 * keyboard the same figures are in the inspector, so that a canvas of cards is not a hundred stops.
 */
export function CardFigure({ node, metric: shown, children }: CardFigureProps) {
  // In a sketch without flows a card says its capacity.
  const isSketch = useReport((state) => state.flows.size === 0);
  const metric = shown !== 'rps' ? shown : isSketch ? 'capacityRps' : 'offeredRps';
  const value = useReport((state) => (node === null ? null : (state.nodes.get(node)?.[metric] ?? null)));
  return (
    <FigureOnCard
      name={node === null || value === null ? null : { part: node, metric }}
      card={node}
      tip={value === null ? undefined : tipOf(shown, value)}
    >
      {children}
    </FigureOnCard>
  );
}

interface FigureOnCardProps {
  /** What it is; null for a figure that nothing explains. */
  readonly name: FigureName | null;
  /** The card that has to be selected; null for none. */
  readonly card: string | null;
  readonly tip: string | undefined;
  readonly children: ReactNode;
}

/** What a card says of a figure of any part. */
function FigureOnCard({ name, card, tip, children }: FigureOnCardProps) {
  const isSelected = useSelection((state) => name !== null && card !== null && state.ids.has(card));
  return (
    <span
      className={styles.figure}
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

/** The figure of an overlay on a card. */
export function OverlayFigure({ card, overlay: { figure, of } }: OverlayFigureProps) {
  const value = useReport((state) =>
    of === undefined || state.analysis === null ? null : figureValue(state.analysis, of),
  );
  return (
    <FigureOnCard
      name={of ?? null}
      card={card}
      tip={of === undefined || typeof value !== 'number' ? undefined : exactFigure(of.metric, value)}
    >
      <b>{figure}</b>
    </FigureOnCard>
  );
}

function exactFigure(metric: string, value: number): string {
  if (metric === 'availability') return exactText({ availability: value });
  return exactText(metric === 'monthlyCostUsd' ? { usd: value } : { ms: value });
}

function tipOf(metric: CardFigureProps['metric'], value: number): string {
  if (metric === 'p99Ms') return exactText({ ms: value });
  return exactText(metric === 'utilization' ? { share: value } : { rps: value });
}
