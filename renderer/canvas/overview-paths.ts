import type { CardStatus, FigureIndex } from '../../shared/diagram/figures';
import { type RampLevel, rampLevels } from '../../shared/diagram/overlay-ids';
import type { AttachedOf } from '../../shared/layout/annotations/annotation';
import { markStates } from '../../shared/model/marks';
import { type Box, type Design, groupsOf, type Mark, marksOf } from '../../shared/model/schema';
import { type LayerId, layerIds } from '../../shared/model/vocabulary';
import { resolvedOf } from '../store/report';
import { movedAttachments } from './annotations/moved-arrow';
import { boundsOf, partBoxes } from './part-boxes';

export const rectPath = ({ x, y, width: w, height: h }: Box): string => `M${x} ${y}h${w}v${h}h${-w}z`;

/** How a card is drawn: in the colour of its layer, of what is wrong with it, or of its step of an overlay's ramp. */
export type Paint = LayerId | 'near' | 'broken' | `ramp-${RampLevel}` | 'uncoloured';

const paints: readonly Paint[] = [
  ...layerIds,
  'near',
  'broken',
  'uncoloured',
  ...rampLevels.map((level) => `ramp-${level}` as const),
];

/** The design as the overview draws it. */
export interface OverviewPaths {
  readonly bounds: Box;
  readonly cards: readonly { readonly paint: Paint; readonly path: string }[];
  readonly groups: string;
  /** Annotations, which are drawn as they are from far. */
  readonly marks: readonly { readonly mark: Mark; readonly box: Box }[];
  readonly attachedOf: AttachedOf;
}

/** What of a card is seen on the canvas is seen here: saturated or a target missed before its layer. */
function paintOf(layer: LayerId, status: CardStatus | null): Paint {
  if (status?.state === 'saturated' || status?.missed === true) return 'broken';
  return status?.state === 'near' ? 'near' : layer;
}

const still = { places: {}, boxes: {} };

/** One path a colour: a thousand cards cost as much as ten. */
export function overviewPaths(
  design: Design,
  figures: FigureIndex | null,
  levelOf: ((id: string) => RampLevel | null) | null = null,
): OverviewPaths | null {
  const boxes = partBoxes(design);
  const { hidden } = markStates(design);
  const shown = [...boxes].flatMap(([id, box]) => (hidden.has(id) ? [] : [box]));
  const bounds = boundsOf(shown);
  if (bounds === null) return null;
  const paths = new Map<Paint, string[]>();
  for (const { id, layer } of resolvedOf(design).design.nodes) {
    const box = boxes.get(id);
    if (box === undefined) continue;
    const level = levelOf?.(id) ?? null;
    const paint =
      levelOf === null
        ? paintOf(layer, figures?.status(id) ?? null)
        : level === null
          ? 'uncoloured'
          : (`ramp-${level}` as const);
    const known = paths.get(paint);
    if (known === undefined) paths.set(paint, [rectPath(box)]);
    else known.push(rectPath(box));
  }
  const pathOf = (parts: readonly { readonly id: string }[]): string =>
    parts
      .flatMap(({ id }) => (hidden.has(id) ? [] : (boxes.get(id) ?? [])))
      .map(rectPath)
      .join('');
  return {
    bounds,
    cards: paints.flatMap((paint) => {
      const path = paths.get(paint);
      return path === undefined ? [] : [{ paint, path: path.join('') }];
    }),
    groups: pathOf(groupsOf(design)),
    marks: marksOf(design).flatMap((mark) => {
      const box = hidden.has(mark.id) ? undefined : boxes.get(mark.id);
      return box === undefined ? [] : [{ mark, box }];
    }),
    attachedOf: movedAttachments(design, still),
  };
}
