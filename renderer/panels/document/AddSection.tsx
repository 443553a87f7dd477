import { type DocumentSection, documentSections } from '../../../shared/formats/report/document';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import styles from './Document.module.css';
import { goToSection, sectionTitle } from './Outline';

interface AddSectionProps {
  readonly shown: readonly DocumentSection[];
  readonly onAdd: (id: string) => void;
}

/** Opens one of the sections that are left out while nothing is written in them. */
export function AddSection({ shown, onAdd }: AddSectionProps) {
  const left = documentSections.filter(({ id }) => !shown.some((section) => section.id === id));
  if (left.length === 0) return null;
  const add = (id: string): void => {
    onAdd(id);
    // Its heading is drawn with the next frame.
    requestAnimationFrame(() => goToSection(id));
  };
  return (
    <div className={styles.add}>
      <Select
        label={t('Add a section')}
        value=""
        options={[
          { value: '', title: t('Add a section…') },
          ...left.map((section) => ({ value: section.id, title: sectionTitle(section) })),
        ]}
        onChange={(id) => {
          if (id !== '') add(id);
        }}
      />
    </div>
  );
}
