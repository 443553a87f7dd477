import type { ReactNode } from 'react';
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
 * keyboard the same figures stand in the inspector, so that a canvas of cards is not a hundred stops.
 */
export function CardFigure({ node, metric: shown, children }: CardFigureProps) {
  // In a sketch without flows a card says what it can carry.
  const isSketch = useReport((state) => state.flows.size === 0);
  const metric = shown !== 'rps' ? shown : isSketch ? 'capacityRps' : 'offeredRps';
  const value = useReport((state) => (node === null ? null : (state.nodes.get(node)?.[metric] ?? null)));
  const isSelected = useSelection((state) => node !== null && state.ids.has(node));
  const inPlace = useExplainInPlace(
    node === null || value === null ? null : { part: node, metric },
    isSelected,
  );
  return (
    <span
      className={styles.figure}
      data-tip={value === null ? undefined : tipOf(shown, value)}
      data-selected={isSelected ? '' : undefined}
      {...inPlace}
    >
      {children}
    </span>
  );
}

function tipOf(metric: CardFigureProps['metric'], value: number): string {
  if (metric === 'p99Ms') return exactText({ ms: value });
  return exactText(metric === 'utilization' ? { share: value } : { rps: value });
}
