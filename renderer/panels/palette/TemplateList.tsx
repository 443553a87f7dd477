import { useId, useState } from 'react';
import { templateTitles } from '../../../shared/templates/titles';
import { createFromTemplate } from '../../storage/create-from-template';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Palette.module.css';

/** Complete designs to start from; each opens as a new design. */
export function TemplateList() {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className={styles.section}>
      <button
        type="button"
        className={styles.sectionButton}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        {t('Templates')}
        <span className={styles.count}>{templateTitles.length}</span>
      </button>
      {open ? (
        <div id={id} className={styles.templates}>
          {templateTitles.map((template) => (
            <button
              key={template.id}
              type="button"
              className={styles.kind}
              data-tip={t('{summary} Opens as a new design.', { summary: t(template.summary) })}
              onClick={() => void createFromTemplate(template.id)}
            >
              <Icon name="file-stack" size={16} />
              <span className={styles.words}>{t(template.title)}</span>
            </button>
          ))}
        </div>
      ) : null}
    </section>
  );
}
