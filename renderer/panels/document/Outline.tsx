import type { DocumentSection } from '../../../shared/formats/report/document';
import { t } from '../../words/t';
import styles from './Document.module.css';

/** The heading of a section; one that only the file knows is called by its id. */
export const sectionTitle = ({ id, title }: DocumentSection): string => (title === '' ? id : t(title));

export const headingId = (id: string): string => `document-${id}`;

/** Goes to a section: its heading has the focus, so that Tab goes on in it. */
export function goToSection(id: string): void {
  const heading = document.getElementById(headingId(id));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The sections as a list at the left. */
export function Outline({ sections }: { readonly sections: readonly DocumentSection[] }) {
  return (
    <nav className={styles.outline} aria-label={t('Sections')}>
      <ol>
        {sections.map((section) => (
          <li key={section.id}>
            <button type="button" className={styles.entry} onClick={() => goToSection(section.id)}>
              {sectionTitle(section)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
