import type { CardFigures, FlowRow } from '../../../shared/diagram/figures';
import type { OverlayCard } from '../../../shared/diagram/overlay-ids';
import { noFigure } from '../../../shared/math/format';
import { Icon } from '../../ui/Icon';
import { CardFigure, OverlayFigure } from './CardFigure';
import { CardName } from './CardName';
import styles from './CompactFace.module.css';
import { LoadBar, ofCapacity } from './FigureLine';

interface HeadProps {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
}

function Head({ id, name, icon }: HeadProps) {
  return (
    <span className={styles.head}>
      <span className={styles.icon}>
        <Icon name={icon} size={16} fixed />
      </span>
      <CardName id={id} name={name} className={styles.name} />
    </span>
  );
}

interface CompactFaceProps extends HeadProps {
  /** null for a card without figures. */
  readonly figures: CardFigures | null;
}

/** A card laid out for its size on the screen: icon, name, calls and utilization, and p99 where it misses its target. */
export function CompactFace({ figures, ...head }: CompactFaceProps) {
  return (
    <span className={styles.face} data-bare={figures === null}>
      <Head {...head} />
      {figures === null ? null : <Figures id={head.id} figures={figures} />}
    </span>
  );
}

interface CompactOverlayProps extends HeadProps {
  readonly overlay: OverlayCard;
}

/** A card laid out for its size on the screen that shows the figure of an overlay. */
export function CompactOverlay({ overlay, ...head }: CompactOverlayProps) {
  const { short } = overlay;
  return (
    <span className={styles.face}>
      <Head {...head} />
      <span className={styles.figures}>
        <OverlayFigure card={head.id} overlay={overlay} />
        {short === '' ? null : <span>{short}</span>}
      </span>
    </span>
  );
}

function Figures({ id, figures }: { readonly id: string; readonly figures: CardFigures }) {
  const { rps, p99, target, load, state } = figures;
  return (
    <>
      <span className={styles.figures}>
        <CardFigure card={id} metric="rps">
          <b>{rps}</b>
        </CardFigure>
        {target?.met === false && p99 !== null && p99 !== noFigure ? (
          <span className={styles.missed}>
            <CardFigure card={id} metric="p99Ms">
              {p99}
            </CardFigure>
          </span>
        ) : null}
        {load === null ? null : (
          <span className={styles.load} data-state={state} data-tip={ofCapacity(load)}>
            <CardFigure card={id} metric="utilization">
              {load}
            </CardFigure>
          </span>
        )}
      </span>
      {load === null ? null : (
        <span className={styles.bar}>
          <CardFigure card={id} metric="utilization" className={styles.whole}>
            <LoadBar figures={figures} />
          </CardFigure>
        </span>
      )}
    </>
  );
}

interface CompactClientProps extends HeadProps {
  /** The flow that is nearest its target or beyond it. */
  readonly row: FlowRow | undefined;
  readonly withFigures: boolean;
}

/** A source laid out for its size on the screen: of its flows the worst. */
export function CompactClient({ row, withFigures, ...head }: CompactClientProps) {
  return (
    <span className={styles.face} data-bare={row === undefined}>
      <Head {...head} />
      {row === undefined ? null : (
        <>
          <span className={styles.flow}>
            <bdi>{row.name}</bdi>
          </span>
          {withFigures ? (
            <span className={styles.figures}>
              <b>{row.rps}</b>
              <span className={styles.score} data-state={row.state}>
                {row.shortFigure || noFigure}
              </span>
            </span>
          ) : null}
        </>
      )}
    </span>
  );
}

/** A plain box: its label in the middle. */
export function CompactBox({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <span className={styles.box}>
      <CardName id={id} name={name} className={styles.boxName} />
    </span>
  );
}
