import { kindOf } from '../../../shared/catalog/index';
import type { Kind } from '../../../shared/catalog/kind';
import { nextKinds } from '../../../shared/catalog/next-kinds';
import { type Design, edgesOf } from '../../../shared/model/schema';
import type { Offer } from '../../canvas/add-offers';
import { useDocument } from '../../store/document';
import { resolvedOf } from '../../store/report';
import { useOnlySelected } from '../../store/selection';
import { useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import styles from './Palette.module.css';

interface QuickKindsProps {
  readonly onAdd: (offer: Offer, connect: boolean) => void;
}

/** What one is likely to add now: what fits next to the selection, the favourites, and what was added last. */
export function QuickKinds({ onAdd }: QuickKindsProps) {
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  const selected = useOnlySelected();
  const favourites = kindsOf(useView((state) => state.favouriteKinds));
  const recent = kindsOf(useView((state) => state.recentKinds)).filter((kind) => !favourites.includes(kind));
  if (design === null || readOnly) return null;
  const next = selected === null ? [] : fitting(design, selected);
  if (next.length + favourites.length + recent.length === 0) return null;
  return (
    <section className={styles.quick} aria-label={t('Quick add')}>
      {selected === null || next.length === 0 ? null : (
        <Chips title={t('Next to {name}', { name: partName(design, selected) })} kinds={next} onAdd={onAdd} />
      )}
      <Chips title={t('Favourites')} kinds={favourites} onAdd={onAdd} />
      <Chips title={t('Recent')} kinds={recent} onAdd={onAdd} />
    </section>
  );
}

const kindsOf = (ids: readonly string[]): readonly Kind[] => ids.flatMap((id) => kindOf(id) ?? []);

/** The kinds that fit next to a component; none where something else is selected. */
function fitting(design: Design, id: string): readonly Kind[] {
  const { nodes } = resolvedOf(design);
  const node = nodes.get(id);
  if (node === undefined) return [];
  const called = edgesOf(design).flatMap(({ from, to }) =>
    from === id ? (nodes.get(to)?.kind.id ?? []) : [],
  );
  return nextKinds(node.layer, new Set(called));
}

interface ChipsProps extends QuickKindsProps {
  readonly title: string;
  readonly kinds: readonly Kind[];
}

function Chips({ title, kinds, onAdd }: ChipsProps) {
  if (kinds.length === 0) return null;
  return (
    <>
      <h2 className={styles.layer}>{title}</h2>
      <div className={styles.chips}>
        {kinds.map((kind) => (
          <button
            key={kind.id}
            type="button"
            className={styles.chip}
            data-layer={kind.layer}
            aria-label={t('Add {kind}', { kind: t(kind.title) })}
            data-tip={t(kind.purpose)}
            onClick={(event) => onAdd({ kind }, !event.shiftKey)}
          >
            <span className={styles.symbol}>
              <Icon name={kind.icon} size={14} />
            </span>
            {t(kind.title)}
          </button>
        ))}
      </div>
    </>
  );
}
