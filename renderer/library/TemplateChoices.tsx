import { templates } from '../../shared/templates/index';
import { t } from '../i18n/t';
import { createDesign } from '../storage/library';
import { Icon } from '../ui/Icon';
import styles from './TemplateChoices.module.css';
import { useTemplatePicture } from './use-template-picture';

type Template = (typeof templates)[number];

interface TemplateChoicesProps {
  readonly size: 'large' | 'small';
}

/** What a new design can start from: the templates, each with its picture, and an empty canvas. */
export function TemplateChoices({ size }: TemplateChoicesProps) {
  return (
    <ul className={[styles.choices, styles[size]].join(' ')}>
      {templates.map((template) => (
        <li key={template.id}>
          <button type="button" className={styles.choice} onClick={() => void createDesign(template.design)}>
            <TemplatePicture template={template} />
            <ChoiceWords title={template.title} summary={template.summary} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.choice} onClick={() => void createDesign()}>
          <span className={`${styles.picture} ${styles.blank}`}>
            <Icon name="plus" size={28} />
          </span>
          <ChoiceWords
            title={t('Empty canvas')}
            summary={t('Begin with the client: who calls the system, and how often?')}
          />
        </button>
      </li>
    </ul>
  );
}

function ChoiceWords({ title, summary }: { readonly title: string; readonly summary: string }) {
  return (
    <span className={styles.words}>
      <span className={styles.title}>{t(title)}</span>
      <span className={styles.summary}>{t(summary)}</span>
    </span>
  );
}

function TemplatePicture({ template }: { readonly template: Template }) {
  const source = useTemplatePicture(template.design);
  return (
    <span className={styles.picture}>
      {source === null ? null : <img src={source} alt="" draggable={false} />}
    </span>
  );
}
