import { presentOrder, slidesOf } from '../../../shared/edits/present';
import { perform } from '../../canvas/perform';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import inspector from './Inspector.module.css';
import styles from './PresentationOrder.module.css';

/** The frames in the order in which they are presented, each moved up or down in it; a press on one selects it. */
export function PresentationOrder({ id: selected }: { readonly id: string }) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  if (design === null) return null;
  const slides = slidesOf(design).flatMap(({ id, name }) =>
    id === null ? [] : [{ id, name: name.trim() === '' ? t('Frame') : name }],
  );
  const move = (id: string, by: -1 | 1): void => {
    perform(editor, presentOrder(design, { id, by }), { select: false });
  };
  return (
    <section className={inspector.section}>
      <h3 className={inspector.sectionTitle}>{t('Presentation order')}</h3>
      <ol className={styles.list}>
        {slides.map(({ id, name }, at) => (
          <li key={id} className={styles.slide} data-current={id === selected}>
            <span className={styles.number} translate="no">
              {at + 1}
            </span>
            <button
              type="button"
              className={styles.name}
              aria-current={id === selected}
              onClick={() => editor.select([id])}
            >
              <bdi>{name}</bdi>
            </button>
            <Button
              variant="quiet"
              icon="chevron-up"
              aria-label={t('Present {name} earlier', { name })}
              disabled={readOnly || at === 0}
              onClick={() => move(id, -1)}
            />
            <Button
              variant="quiet"
              icon="chevron-down"
              aria-label={t('Present {name} later', { name })}
              disabled={readOnly || at === slides.length - 1}
              onClick={() => move(id, 1)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
