import type { Offer } from '../../canvas/add-offers';
import { GuideButton } from './GuideButton';
import type { ShownGuide } from './GuideCard';
import { KindButton } from './KindButton';
import styles from './Palette.module.css';

/** The one card of the list that shows guides. */
export interface GuideOfList {
  readonly card: string;
  /** Id of the kind whose guide it shows now. */
  readonly shownKind: string | null;
  readonly onShow: (shown: ShownGuide) => void;
}

interface KindRowProps {
  readonly match: Offer;
  readonly isFirst?: boolean;
  readonly onAdd: (match: Offer, connect: boolean) => void;
  readonly guide: GuideOfList;
}

/** A component of the list: a button that adds it, and its guide. */
export function KindRow({ match, isFirst = false, onAdd, guide }: KindRowProps) {
  const { kind } = match;
  return (
    <div className={styles.row}>
      <KindButton match={match} isFirst={isFirst} onAdd={onAdd} />
      <GuideButton
        kind={kind}
        card={guide.card}
        isOpen={guide.shownKind === kind.id}
        isCardOpen={guide.shownKind !== null}
        onShow={guide.onShow}
      />
    </div>
  );
}
